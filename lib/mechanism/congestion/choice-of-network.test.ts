import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import {
  bestResponse,
  bestResponseEquilibrium,
  playerCost,
  rosenthalPotential,
  socialCost,
} from './atomic-congestion'
import { choiceOfNetwork } from './choice-of-network'
import { polynomialCost } from './congestion-cost'
import { growingPoolCost } from './growing-pool-cost'
import { routeChoice, tolledEquilibrium } from './route-choice'

const network = fc.record({
  slug: fc.constant('n'),
  nodes: fc.integer({ min: 10, max: 1_000_000 }),
  poolUsd: fc.integer({ min: 100, max: 10_000_000 }),
  runningCostUsd: fc.integer({ min: 1, max: 500 }),
})

describe('choiceOfNetwork', () => {
  it('is the closed form for one network: x = n (ρ/c)^(1/(1−η)), at the optimum with η ρ in place of ρ', () => {
    const one = { slug: 'a', nodes: 1_000, poolUsd: 50_000, runningCostUsd: 20 }
    const found = choiceOfNetwork([one], { reach: 20, elasticity: 0.5 })
    // ρ = 50 dollars a device: (50 / 20)² and (25 / 20)² times the devices of today
    expect(found.equilibrium.devices[0]).toBeCloseTo(6_250, 3)
    expect(found.optimum.devices[0]).toBeCloseTo(1_562.5, 3)
    expect(found.tollUsd[0]).toBeCloseTo(20, 6)
    expect(found.today.surplusUsd).toBeCloseTo(30_000, 6)
    expect(found.optimum.surplusUsd).toBeCloseTo(62_500 - 31_250, 3)
    // anyone may enter: at the equilibrium nothing is left
    expect(Math.abs(found.equilibrium.surplusUsd)).toBeLessThan(1e-3)
    expect(found.priceOfAnarchy).toBe(Number.POSITIVE_INFINITY)
  })

  it('leaves no device a gain, takes the toll that makes the optimum the rest, and has its potential least there', () => {
    fc.assert(
      fc.property(
        fc.array(network, { minLength: 1, maxLength: 4 }),
        fc.record({
          reach: fc.double({ min: 0.5, max: 5, noNaN: true }),
          elasticity: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        }),
        (networks, assumed) => {
          const { equilibrium, optimum, tolled, tollUsd, way } = choiceOfNetwork(networks, assumed)
          const profit = equilibrium.rewardUsd.map((usd, i) => usd - networks[i]!.runningCostUsd)
          // with the power of a pool the first millionth of a device earns what it likes
          const best = Math.max(0, ...profit.filter((_, i) => equilibrium.devices[i]! > 1e-3))
          const slack = 1e-4 * (1 + Math.max(...equilibrium.rewardUsd))
          equilibrium.devices.forEach((x, i) => {
            if (x > 1e-3) expect(best - profit[i]!).toBeLessThan(slack)
          })
          if (equilibrium.idle > 1e-3) expect(best).toBeLessThan(slack)
          const scale = 1 + Math.abs(optimum.surplusUsd)
          expect(optimum.surplusUsd).toBeGreaterThanOrEqual(equilibrium.surplusUsd - 1e-6 * scale)
          expect(Math.abs(tolled.surplusUsd - optimum.surplusUsd)).toBeLessThan(1e-4 * scale)
          // what a newcomer takes from the others: (1 − η) of what it gets
          tollUsd.forEach((usd, i) => {
            if (optimum.devices[i] === 0) return
            const share = usd / optimum.rewardUsd[i]!
            expect(share).toBeCloseTo(1 - assumed.elasticity, 6)
          })
          const least = Math.min(...way.map(({ potentialUsd }) => potentialUsd))
          expect(equilibrium.potentialUsd).toBeLessThanOrEqual(least + 1e-6 * (1 + Math.abs(least)))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('refuses pools that are none', () => {
    expect(() => growingPoolCost(0, 1, 0.5, 1)).toThrow(InvalidInputError)
    expect(() => growingPoolCost(1, 1, 1, 1)).toThrow(InvalidInputError)
    expect(() => growingPoolCost(1, 1, 0.5, -1)).toThrow(InvalidInputError)
  })
})

describe('textbook congestion', () => {
  it('Braess: a road that costs nothing takes all from 65 to 80 minutes (Braess 1968; Easley & Kleinberg 2010, ch. 8)', () => {
    // 4,000 cars as four of a thousand: x/100 minutes are ten a player; 45 whatever the load
    const slow = [10, 20, 30, 40]
    const fixed = [45, 45, 45, 45]
    const costs = [slow, fixed, fixed, slow, [0, 0, 0, 0]]
    const without = {
      costs,
      strategies: [0, 1, 2, 3].map(() => [
        [0, 1],
        [2, 3],
      ]),
    }
    const rest = bestResponseEquilibrium(without)
    expect(rest.map((_, player) => playerCost(without, rest, player))).toEqual([65, 65, 65, 65])
    const within = { costs, strategies: without.strategies.map((own) => [...own, [0, 4, 3]]) }
    const after = bestResponseEquilibrium(within)
    expect(after).toEqual([2, 2, 2, 2])
    for (const player of after.keys()) {
      expect(playerCost(within, after, player)).toBe(80)
      expect(bestResponse(within, after, player).gain).toBe(0)
    }
    expect(socialCost(within, after) / socialCost(within, rest)).toBeCloseTo(80 / 65, 12)
    expect(rosenthalPotential(within, after)).toBeLessThan(rosenthalPotential(within, rest))
  })

  it('Pigou: a toll of one half closes the gap of a third (Pigou 1920; Roughgarden & Tardos 2002)', () => {
    const roads = [polynomialCost([0, 1]), polynomialCost([1])]
    const { equilibrium, optimum, tolls, priceOfAnarchy } = routeChoice(roads, 1)
    expect([equilibrium.totalCost, optimum.totalCost]).toEqual([
      expect.closeTo(1, 9),
      expect.closeTo(0.75, 9),
    ])
    expect(priceOfAnarchy).toBeCloseTo(4 / 3, 9)
    const tolled = tolledEquilibrium(roads, tolls, 1)
    expect(tolled.flows[0]).toBeCloseTo(0.5, 6)
    expect(tolled.totalCost).toBeCloseTo(0.75, 6)
  })
})
