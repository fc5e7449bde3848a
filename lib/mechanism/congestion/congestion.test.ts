import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import {
  type AtomicCongestionGame,
  bestResponse,
  bestResponseEquilibrium,
  playerCost,
  rosenthalPotential,
  socialCost,
} from './atomic-congestion'
import { polynomialCost, sharedPoolCost } from './congestion-cost'
import { routeChoice, tolledEquilibrium } from './route-choice'

const costs = fc.array(
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }).map(polynomialCost),
  { minLength: 1, maxLength: 4 },
)

describe('routeChoice', () => {
  it('Pigou: price of anarchy 4/3; degree 4: 2.150502 (Roughgarden & Tardos)', () => {
    const pigou = routeChoice([polynomialCost([0, 1]), polynomialCost([1])], 1)
    expect(pigou.priceOfAnarchy).toBeCloseTo(4 / 3, 9)
    expect(pigou.tolls[0]).toBeCloseTo(0.5, 6)
    const steep = routeChoice([polynomialCost([0, 0, 0, 0, 1]), polynomialCost([1])], 1)
    expect(steep.priceOfAnarchy).toBeCloseTo(2.150502, 6)
  })

  it('leaves no device a better network, no cheaper spread than the optimum, and tolls close the gap', () => {
    fc.assert(
      fc.property(costs, fc.integer({ min: 1, max: 50 }), (drawn, demand) => {
        const { equilibrium, optimum, tolls } = routeChoice(drawn, demand)
        for (const { flows } of [equilibrium, optimum]) {
          expect(flows.every((x) => x >= 0)).toBe(true)
          expect(flows.reduce((a, b) => a + b, 0)).toBeCloseTo(demand, 6)
        }
        const at = drawn.map((cost, i) => cost.at(equilibrium.flows[i]!))
        const scale = 1 + Math.max(...at)
        equilibrium.flows.forEach((x, i) => {
          if (x > 1e-6 * demand) expect(at[i]! - Math.min(...at)).toBeLessThan(1e-6 * scale)
        })
        expect(optimum.totalCost).toBeLessThanOrEqual(equilibrium.totalCost * (1 + 1e-9) + 1e-9)
        expect(equilibrium.potential).toBeLessThanOrEqual(optimum.potential * (1 + 1e-9) + 1e-9)
        // a device moved from one network to another costs the optimum more
        const even = drawn.map(() => demand / drawn.length)
        const evenCost = drawn.reduce((sum, cost, i) => sum + even[i]! * cost.at(even[i]!), 0)
        expect(optimum.totalCost).toBeLessThanOrEqual(evenCost * (1 + 1e-9) + 1e-9)
        const tolled = tolledEquilibrium(drawn, tolls, demand)
        expect(tolled.totalCost).toBeLessThanOrEqual(optimum.totalCost * (1 + 1e-6) + 1e-6)
      }),
      { numRuns: 150 },
    )
  })

  it('uses the cheapest of networks whose cost no device changes', () => {
    const { equilibrium, optimum } = routeChoice(
      [polynomialCost([0]), polynomialCost([0]), polynomialCost([5])],
      1,
    )
    for (const { flows } of [equilibrium, optimum])
      expect(flows.map((x) => Math.round(x * 1e6) / 1e6)).toEqual([0.5, 0.5, 0])
  })

  it('spreads devices over shared pools in step with the pools when running costs are alike', () => {
    const { equilibrium } = routeChoice([sharedPoolCost(300, 5), sharedPoolCost(100, 5)], 40)
    expect(equilibrium.flows[0]).toBeCloseTo(30, 6)
    expect(() => routeChoice([], 1)).toThrow(InvalidInputError)
    expect(() => polynomialCost([-1])).toThrow(InvalidInputError)
  })
})

const affine = fc
  .record({
    players: fc.integer({ min: 2, max: 3 }),
    resources: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 2, maxLength: 4 }),
    picks: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 6, maxLength: 6 }),
  })
  .map(
    ({ players, resources, picks }): AtomicCongestionGame => ({
      costs: resources.map(([slope, base]) =>
        Array.from({ length: players }, (_, k) => slope * (k + 1) + base),
      ),
      strategies: Array.from({ length: players }, (_, player) =>
        [0, 1].map((s) => {
          const chosen = resources.map((_, r) => r).filter((r) => (picks[2 * player + s]! >> r) & 1)
          return chosen.length > 0 ? chosen : [0]
        }),
      ),
    }),
  )
const profilesOf = (game: AtomicCongestionGame) =>
  game.strategies.reduce<number[][]>(
    (all, own) => all.flatMap((head) => own.map((_, s) => [...head, s])),
    [[]],
  )

describe('atomic congestion', () => {
  it('reaches 5/2 in the game made for it (Christodoulou & Koutsoupias 2005)', () => {
    // resources h0 h1 h2 g0 g1 g2, each costing its load
    const game: AtomicCongestionGame = {
      costs: Array.from({ length: 6 }, () => [1, 2, 3]),
      strategies: [0, 1, 2].map((i) => [
        [i, 3 + i],
        [3 + ((i + 1) % 3), (i + 2) % 3, (i + 1) % 3],
      ]),
    }
    const bad = [1, 1, 1]
    for (const player of bad.keys()) expect(bestResponse(game, bad, player).gain).toBe(0)
    expect(socialCost(game, bad) / socialCost(game, [0, 0, 0])).toBe(5 / 2)
  })

  it('has a potential that moves with each player, an equilibrium, and a price of anarchy of at most 5/2', () => {
    fc.assert(
      fc.property(affine, (game) => {
        const all = profilesOf(game)
        const rest = bestResponseEquilibrium(game)
        for (const player of rest.keys()) expect(bestResponse(game, rest, player).gain).toBe(0)
        const optimum = Math.min(...all.map((profile) => socialCost(game, profile)))
        for (const profile of all) {
          const isRest = profile.every((_, player) => bestResponse(game, profile, player).gain === 0)
          if (isRest) expect(socialCost(game, profile)).toBeLessThanOrEqual(2.5 * optimum)
          const moved = profile.with(0, 1 - profile[0]!)
          expect(rosenthalPotential(game, moved) - rosenthalPotential(game, profile)).toBe(
            playerCost(game, moved, 0) - playerCost(game, profile, 0),
          )
        }
      }),
    )
    expect(() => bestResponseEquilibrium({ costs: [[1]], strategies: [[[3]]] })).toThrow(InvalidInputError)
  })
})
