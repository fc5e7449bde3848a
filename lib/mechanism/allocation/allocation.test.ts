import fc from 'fast-check'
import type { Highs } from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { type BasketProblem, basketFigures, type Candidate, chooseBasket } from './basket'
import { concentration } from './concentration'
import { efficientFrontier } from './frontier'
import { improveBasket } from './improve-basket'
import { chooseLargeBasket } from './large-basket'
import { InfeasibleError } from './linear-program'
import { loadSolver } from './load-solver'
import { meanVariance } from './mean-variance'
import { roundBasket } from './round-basket'
import { tailMean, tailScenarios } from './tail-loss'

/** Returns of three assets in twelve scenarios: LINDO Systems' portfolio samples. */
const lindo = [
  [1.3, 1.225, 1.149],
  [1.103, 1.29, 1.26],
  [1.216, 1.216, 1.419],
  [0.954, 0.728, 0.922],
  [0.929, 1.144, 1.169],
  [1.056, 1.107, 0.965],
  [1.038, 1.321, 1.133],
  [1.089, 1.305, 1.732],
  [1.09, 1.195, 1.021],
  [1.083, 1.39, 1.131],
  [1.035, 0.928, 1.006],
  [1.176, 1.715, 1.908],
]
const asset = (j: number): Candidate => ({
  id: `asset ${j + 1}`,
  costUsd: 1,
  valuesUsd: Float64Array.from(lindo, (row) => row[j]!),
})

let highs: Highs
beforeAll(async () => {
  highs = await loadSolver()
})

describe('textbook portfolios', () => {
  it('LINDO PORTCVAR, β 0.9: minimum CVaR −0.9549491, weights 0.6163142, 0, 0.3836858', () => {
    const basket = chooseBasket(highs, {
      candidates: [0, 1, 2].map(asset),
      budgetUsd: 1,
      beta: 0.9,
      aim: { kind: 'least risk' },
      whole: false,
      spendAll: true,
    })
    // theirs is the tail of −return; ours is of cost less value, which is one more
    expect(basket.cvarUsd - 1).toBeCloseTo(-0.9549491, 7)
    expect([...basket.holdings]).toEqual([0.6163142, 0, 0.3836858].map((weight) => expect.closeTo(weight, 7)))
    expect(Math.abs(basket.gapUsd)).toBeLessThan(1e-9)
  })

  it('LINDO Markowitz, target 1.15: weights 0.530093, 0.356407, 0.113500, variance 0.0224138', () => {
    const { weights, variance, mean, priceOfReturn } = meanVariance(highs, lindo, 1.15)
    expect(weights).toEqual([0.530093, 0.356407, 0.1135].map((weight) => expect.closeTo(weight, 6)))
    expect(variance).toBeCloseTo(0.0224138, 7)
    expect(mean).toBeCloseTo(1.15, 8)
    expect(priceOfReturn).toBeGreaterThan(0)
    expect(meanVariance(highs, lindo).variance).toBeLessThan(variance)
    expect(() => meanVariance(highs, lindo, 9)).toThrow(InfeasibleError)
  })
})

const money = fc.double({ min: 1, max: 100, noNaN: true })
const baskets = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 3, max: 12 }))
  .chain(([n, scenarios]) =>
    fc.record({
      candidates: fc.array(
        fc.record({
          costUsd: money,
          valuesUsd: fc
            .array(money, { minLength: scenarios, maxLength: scenarios })
            .map((list) => Float64Array.from(list)),
          network: fc.integer({ min: 0, max: 2 }),
        }),
        { minLength: n, maxLength: n },
      ),
      budgetUsd: fc.double({ min: 20, max: 300, noNaN: true }),
      beta: fc.double({ min: 0.5, max: 0.95, noNaN: true }),
      share: fc.double({ min: 0.2, max: 1, noNaN: true }),
    }),
  )
const problemOf = (
  drawn: Parameters<Parameters<typeof baskets.map>[0]>[0],
  whole: boolean,
): BasketProblem => ({
  candidates: drawn.candidates.map(({ network, ...rest }, j) => ({
    ...rest,
    id: `${j}`,
    groups: [`network:${network}`],
  })),
  budgetUsd: drawn.budgetUsd,
  beta: drawn.beta,
  aim: { kind: 'most gain', cvarUsd: drawn.budgetUsd / 5 },
  caps: [0, 1, 2].map((k) => ({ group: `network:${k}`, share: drawn.share })),
  whole,
})

describe('chooseBasket', () => {
  it('keeps every limit, closes the duality gap, and shares gain no less than whole positions', () => {
    fc.assert(
      fc.property(baskets, (drawn) => {
        const [shares, wholes] = [false, true].map((whole) => chooseBasket(highs, problemOf(drawn, whole)))
        for (const basket of [shares!, wholes!]) {
          const slack = 1e-6 * drawn.budgetUsd
          expect(basket.costUsd).toBeLessThanOrEqual(drawn.budgetUsd + slack)
          expect(basket.cvarUsd).toBeLessThanOrEqual(drawn.budgetUsd / 5 + slack)
          for (let k = 0; k < 3; k++) {
            const spent = drawn.candidates.reduce(
              (sum, { network, costUsd }, j) => (network === k ? sum + costUsd * basket.holdings[j]! : sum),
              0,
            )
            expect(spent).toBeLessThanOrEqual(drawn.share * drawn.budgetUsd + slack)
          }
        }
        expect(Math.abs(shares!.gapUsd)).toBeLessThan(1e-6 * (1 + Math.abs(shares!.gainUsd)))
        expect(shares!.gainUsd).toBeGreaterThanOrEqual(wholes!.gainUsd - 1e-6 * (1 + wholes!.gainUsd))
        expect([...wholes!.holdings].every((x) => x === 0 || x === 1)).toBe(true)
        // by hand: no basket of whole positions within the limits gains more
        const problem = problemOf(drawn, true)
        const best = bestWhole(problem, drawn.share)
        expect(wholes!.gainUsd).toBeCloseTo(best, 4)
      }),
      { numRuns: 40 },
    )
  })

  it('draws a frontier that rises in gain and in tail loss', () => {
    const points = efficientFrontier(
      highs,
      { candidates: [0, 1, 2].map(asset), budgetUsd: 1, beta: 0.9, whole: false, spendAll: true },
      6,
    )
    expect(points).toHaveLength(6)
    for (const [k, point] of points.slice(1).entries()) {
      expect(point.gainUsd).toBeGreaterThanOrEqual(points[k]!.gainUsd - 1e-9)
      expect(point.cvarUsd).toBeGreaterThanOrEqual(points[k]!.cvarUsd - 1e-9)
    }
  })

  it('says what a limit costs: a dollar more of budget gains what its price says', () => {
    const problem: BasketProblem = {
      candidates: [0, 1, 2].map((j) => ({ ...asset(j), costUsd: 1 + j / 10 })),
      budgetUsd: 1.5,
      beta: 0.8,
      aim: { kind: 'most gain', cvarUsd: 0.4 },
      whole: false,
    }
    const [one, more] = [problem, { ...problem, budgetUsd: 1.501 }].map((each) => chooseBasket(highs, each))
    expect((more!.gainUsd - one!.gainUsd) / 0.001).toBeCloseTo(-one!.prices!.budget, 4)
    expect(() => chooseBasket(highs, { ...problem, aim: { kind: 'least risk', gainUsd: 99 } })).toThrow(
      InfeasibleError,
    )
    expect(() => chooseBasket(highs, { ...problem, candidates: [] })).toThrow(InvalidInputError)
    expect(() => chooseBasket(highs, { ...problem, beta: 1 })).toThrow(InvalidInputError)
  })
})

describe('chooseLargeBasket', () => {
  it('finds what the whole program finds, prices included', () => {
    fc.assert(
      fc.property(baskets, fc.boolean(), fc.boolean(), (drawn, whole, isRisk) => {
        const capped = problemOf(drawn, whole)
        const most = chooseBasket(highs, capped).gainUsd
        const problem: BasketProblem = isRisk
          ? { ...capped, aim: { kind: 'least risk', gainUsd: most / 2 } }
          : capped
        const [full, cut] = [chooseBasket(highs, problem), chooseLargeBasket(highs, problem)]
        const scale = 1 + drawn.budgetUsd
        const aim = isRisk ? 'cvarUsd' : 'gainUsd'
        expect(Math.abs(cut[aim] - full[aim]) / scale).toBeLessThan(2e-6)
        expect(Math.abs(cut.gapUsd) / scale).toBeLessThan(2e-6)
        expect(cut.costUsd).toBeLessThanOrEqual(drawn.budgetUsd * (1 + 1e-6))
        expect(cut.gainUsd).toBeGreaterThanOrEqual(isRisk ? most / 2 - 1e-6 * scale : 0)
        if (whole) return
        // strong duality: limits at their prices, and what whole candidates bring beyond them, come to the aim itself
        for (const { prices, ...found } of [full, cut]) {
          const { budget, aim: ofAim, caps, candidates } = prices!
          const limit = problem.aim.kind === 'least risk' ? problem.aim.gainUsd! : problem.aim.cvarUsd
          const dual =
            budget * drawn.budgetUsd +
            ofAim * limit +
            caps.reduce((sum, { price }) => sum + price * drawn.share * drawn.budgetUsd, 0) +
            candidates.reduce((sum, reduced) => sum + Math.min(0, reduced), 0)
          expect(Math.abs(dual - (isRisk ? found.cvarUsd : -found.gainUsd)) / scale).toBeLessThan(1e-6)
        }
      }),
      { numRuns: 40 },
    )
    expect(() =>
      chooseLargeBasket(highs, {
        candidates: [0, 1, 2].map(asset),
        budgetUsd: 1,
        beta: 0.9,
        aim: { kind: 'least risk', gainUsd: 5 },
        whole: false,
      }),
    ).toThrow(InfeasibleError)
  })
})

describe('improveBasket', () => {
  it('betters a rounded basket, keeps every limit, and stops within a few per cent of the best', () => {
    let [reached, possible] = [0, 0]
    fc.assert(
      fc.property(baskets, (drawn) => {
        const problem = problemOf(drawn, true)
        const rounded = roundBasket(problem, new Float64Array(drawn.candidates.length))!
        const improved = improveBasket(problem, rounded, 2_000)
        const [before, after] = [rounded, improved].map((one) =>
          basketFigures(problem.candidates, one, drawn.beta),
        )
        expect(after!.gainUsd).toBeGreaterThanOrEqual(before!.gainUsd - 1e-9)
        expect(after!.costUsd).toBeLessThanOrEqual(drawn.budgetUsd + 1e-9)
        expect(after!.cvarUsd).toBeLessThanOrEqual(drawn.budgetUsd / 5 + 1e-9)
        const best = bestWhole(problem, drawn.share)
        expect(after!.gainUsd).toBeLessThanOrEqual(best + 1e-9)
        reached += after!.gainUsd
        possible += best
      }),
      { numRuns: 100 },
    )
    expect(reached / possible).toBeGreaterThan(0.95)
  })
})

describe('tailScenarios and concentration', () => {
  it('counts the scenario on the edge with its fraction', () => {
    expect(tailScenarios(Float64Array.of(4, 1, 3, 2), 0.625)).toEqual({
      valueAtRisk: 3,
      cvar: expect.closeTo((4 + 0.5 * 3) / 1.5, 12),
      scenarios: [
        { scenario: 0, weight: 1 / 1.5 },
        { scenario: 2, weight: 0.5 / 1.5 },
      ],
    })
  })

  it('is the same by selection as by sorting (fuzz)', () => {
    const losses = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 60 })
    const tied = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(losses, tied), fc.double({ min: 0, max: 0.99, noNaN: true }), (list, beta) => {
        const { cvar } = tailScenarios(Float64Array.from(list), beta)
        expect(tailMean(Float64Array.from(list), beta)).toBeCloseTo(cvar, 8)
      }),
      { numRuns: 300 },
    )
  })

  it('is 1 in one place and 1/k evenly over k', () => {
    expect(concentration([['a', 5]])).toMatchObject({ index: 1, equalPlaces: 1 })
    const even = concentration(['a', 'b', 'c', 'd'].map((group) => [group, 2] as const))
    expect(even.index).toBeCloseTo(0.25, 12)
    expect(concentration([])).toEqual({ index: 0, equalPlaces: 0, largest: undefined })
  })
})

function bestWhole({ candidates, budgetUsd, beta }: BasketProblem, share: number): number {
  let best = 0
  for (let mask = 0; mask < 2 ** candidates.length; mask++) {
    const held = candidates.filter((_, j) => (mask >> j) & 1)
    const spentOn = new Map<string, number>()
    for (const { groups, costUsd } of held)
      spentOn.set(groups![0]!, (spentOn.get(groups![0]!) ?? 0) + costUsd)
    const cost = held.reduce((sum, { costUsd }) => sum + costUsd, 0)
    if (cost > budgetUsd || [...spentOn.values()].some((spent) => spent > share * budgetUsd)) continue
    const losses = Float64Array.from(candidates[0]!.valuesUsd, (_, s) =>
      held.reduce((sum, { costUsd, valuesUsd }) => sum + costUsd - valuesUsd[s]!, 0),
    )
    if (tailScenarios(losses, beta).cvar > budgetUsd / 5) continue
    best = Math.max(best, -losses.reduce((a, b) => a + b, 0) / losses.length)
  }
  return best
}
