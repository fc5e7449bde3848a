import fc from 'fast-check'
import type { Highs } from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BasketRequest } from './basket-request'
import { spreadEvenly } from './concentration'
import { exploreBasket } from './explore-basket'
import { loadSolver } from './load-solver'
import { planBasket } from './plan-basket'
import { tailScenarios } from './tail-loss'
import { covariances, varianceOf } from './variance-basket'

let highs: Highs
beforeAll(async () => {
  highs = await loadSolver()
})

const money = fc.double({ min: 1, max: 100, noNaN: true })
const requests = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 8, max: 30 }))
  .chain(([n, scenarios]) =>
    fc.record({
      candidates: fc.array(
        fc.record({
          id: fc.string(),
          costUsd: money,
          valuesUsd: fc
            .array(fc.double({ min: 0, max: 250, noNaN: true }), {
              minLength: scenarios,
              maxLength: scenarios,
            })
            .map((list) => Float64Array.from(list)),
          groups: fc
            .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }))
            .map(([a, b]) => [`network:${a}`, `operator:${b}`]),
        }),
        { minLength: n, maxLength: n },
      ),
      budgetUsd: fc.double({ min: 20, max: 300, noNaN: true }),
      beta: fc.constantFrom(0.8, 0.9, 0.95),
      objective: fc.oneof(
        fc.record({ kind: fc.constant('tail' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
        fc.record({
          kind: fc.constant('variance' as const),
          aversion: fc.double({ min: 0, max: 5, noNaN: true }),
        }),
      ),
      networkCap: fc.double({ min: 0.1, max: 1, noNaN: true }),
      operatorCap: fc.double({ min: 0.1, max: 1, noNaN: true }),
      whole: fc.boolean(),
    }),
  )
  .map(
    ({ networkCap, operatorCap, ...rest }): BasketRequest => ({
      ...rest,
      caps: [0, 1, 2].flatMap((k) => [
        { group: `network:${k}`, share: networkCap },
        { group: `operator:${k}`, share: operatorCap },
      ]),
    }),
  )

const shareOf = (plan: ReturnType<typeof planBasket>) => plan.held.map((held) => held?.share ?? 0)

describe('planBasket', () => {
  it('keeps every limit whatever is asked, adds its parts up, and says why of every candidate (fuzz)', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planBasket(highs, request)
        const { budgetUsd, candidates, caps, objective, whole } = request
        const shares = shareOf(plan)
        const slack = 1e-6 * budgetUsd
        expect(plan.costUsd).toBeLessThanOrEqual(budgetUsd + slack)
        for (const { group, share } of caps) {
          const spent = candidates.reduce(
            (sum, { groups, costUsd }, j) => (groups?.includes(group) ? sum + shares[j]! * costUsd : sum),
            0,
          )
          expect(spent).toBeLessThanOrEqual(share * budgetUsd + slack)
        }
        if (objective.kind === 'tail')
          expect(plan.cvarUsd).toBeLessThanOrEqual(objective.share * budgetUsd + slack)
        if (whole) expect(shares.every((share) => share === 0 || share === 1)).toBe(true)
        const held = plan.held.filter((one) => one !== undefined)
        const sum = (of: 'gainUsd' | 'tailUsd' | 'weight') => held.reduce((all, one) => all + one[of], 0)
        expect(sum('gainUsd')).toBeCloseTo(plan.gainUsd, 6)
        if (held.length > 0) {
          expect(sum('tailUsd')).toBeCloseTo(plan.cvarUsd, 6)
          expect(sum('weight')).toBeCloseTo(1, 9)
        }
        // the largest place's part of the tail is that of its positions
        for (const [kind, { largestTailShare, places }] of Object.entries(plan.spread)) {
          const { largest, index } = plan.concentration[kind]!
          const ofLargest = candidates.reduce(
            (all, { groups }, j) =>
              groups?.includes(largest!.group) ? all + (plan.held[j]?.tailUsd ?? 0) : all,
            0,
          )
          if (largestTailShare !== undefined)
            expect(largestTailShare * plan.cvarUsd).toBeCloseTo(ofLargest, 6)
          expect(1 / index).toBeLessThanOrEqual(places + 1e-9)
        }
        // a reason where and only where a candidate is not wholly held, and one for the empty basket
        plan.why.forEach((why, j) => {
          expect(why === undefined).toBe(shares[j]! >= 1 - 1e-9)
        })
        expect(plan.empty === undefined).toBe(held.length > 0)
        // no basket of whole positions gains more than the one of shares allows
        expect(plan.gapUsd).toBeGreaterThanOrEqual(0)
        if (!whole) expect(plan.gapUsd).toBeLessThan(1e-5 * budgetUsd)
        if (objective.kind === 'tail')
          expect(plan.gainUsd).toBeLessThanOrEqual(plan.shares.gainUsd + 1e-5 * budgetUsd)
      }),
      { numRuns: 90 },
    )
  })

  it('finds the best of all baskets of whole positions, or says how far it may be (by trying them all)', () => {
    fc.assert(
      fc.property(requests, (drawn) => {
        const request = { ...drawn, whole: true }
        const plan = planBasket(highs, request)
        const score = scoreOf(request)
        const best = bestWhole(request, score)
        const found = score(Float64Array.from(shareOf(plan)))
        expect(found).toBeLessThanOrEqual(best + 1e-6)
        expect(best - found).toBeLessThanOrEqual(plan.gapUsd + 1e-5 * request.budgetUsd)
      }),
      { numRuns: 40 },
    )
  })

  it('prices limits as finite differences do', () => {
    const request = textbook()
    const { prices, gainUsd } = planBasket(highs, request)
    const step = 1e-3
    const gainWith = (changes: Partial<BasketRequest>) =>
      planBasket(highs, { ...request, ...changes }).gainUsd
    const inBudget = (gainWith({ budgetUsd: request.budgetUsd + step }) - gainUsd) / step
    expect(inBudget).toBeCloseTo(prices.inProportion, 4)
    const tail = { kind: 'tail', share: 0.1 + step / request.budgetUsd } as const
    expect((gainWith({ objective: tail }) - gainUsd) / step).toBeCloseTo(prices.tail, 4)
    expect(prices.tail).toBeGreaterThan(0.01)
    const priced = prices.caps.filter(({ price }) => price > 1e-6)
    expect(priced.length).toBeGreaterThan(0)
    for (const { group, price } of priced) {
      const caps = request.caps.map((cap) =>
        cap.group === group ? { ...cap, share: cap.share + step / request.budgetUsd } : cap,
      )
      expect((gainWith({ caps }) - gainUsd) / step).toBeCloseTo(price, 4)
    }
  })

  it('reads a candidate’s reduced cost apart: what it gains less what it takes of each limit is below zero', () => {
    const plan = planBasket(highs, textbook())
    const worthLess = plan.why.flatMap((why) => (why?.kind === 'worth less' ? [why] : []))
    expect(worthLess.length).toBeGreaterThan(0)
    for (const { gainUsd, budgetUsd, riskUsd, capsUsd } of worthLess)
      expect(gainUsd - budgetUsd - riskUsd - capsUsd).toBeLessThan(0)
  })

  it.each([
    ['nothing for sale', { candidates: [] }],
    ['loses', { candidates: [one(10, 5)] }],
    ['budget', { candidates: [one(10, 50)], budgetUsd: 5 }],
    ['cap', { candidates: [one(10, 50)], caps: [{ group: 'network:a', share: 0.01 }] }],
    [
      'tail',
      {
        candidates: [{ ...one(10, 50), valuesUsd: Float64Array.of(0, 0, 200, 200) }],
        objective: { kind: 'tail', share: 0 },
      },
    ],
    ['risk', { candidates: [one(10, 30, 29)], objective: { kind: 'variance', aversion: 100 } }],
  ] as const)('says which limit leaves a basket empty: %s', (kind, changes) => {
    const plan = planBasket(highs, {
      budgetUsd: 100,
      beta: 0.75,
      objective: { kind: 'tail', share: 1 },
      caps: [],
      whole: true,
      ...changes,
    } as BasketRequest)
    expect(plan.empty?.kind).toBe(kind)
    expect(plan.gainUsd).toBe(0)
  })
})

describe('spreadEvenly', () => {
  it('moves the same dollars to even places: two independent coins lose less in the tail than one', () => {
    // all four outcomes of two coins, worth 0 or 30 for a price of 10
    const coin = (id: string, values: number[]) => ({
      id,
      costUsd: 10,
      valuesUsd: Float64Array.from(values),
      groups: [`network:${id}`],
    })
    const candidates = [coin('a', [0, 0, 30, 30]), coin('b', [0, 30, 0, 30])]
    const lopsided = spreadEvenly(candidates, Float64Array.of(1, 0.25), 'network', 0.5)!
    // 12.50 dollars, 6.25 in each: the worst half loses all, or all but half
    expect(lopsided).toEqual({
      places: 2,
      // a loses 10 in both of the worst two, b 2.50 in one of them and gains 5 in the other
      largestTailShare: expect.closeTo(10 / 8.75, 9),
      cvarUsd: expect.closeTo((12.5 + (12.5 - 18.75)) / 2, 9),
      gainUsd: expect.closeTo(6.25, 9),
    })
    expect(spreadEvenly(candidates, new Float64Array(2), 'network', 0.5)).toBeUndefined()
    expect(spreadEvenly(candidates, Float64Array.of(1, 1), 'cell', 0.5)).toBeUndefined()
  })
})

describe('exploreBasket', () => {
  it('draws a frontier that only rises, and takes caps off one by one at their cost', () => {
    const request = textbook()
    const plan = planBasket(highs, request)
    const { frontier, capCosts, uncapped } = exploreBasket(highs, request, 9, 10)
    expect(frontier).toHaveLength(9)
    for (const [k, point] of frontier.slice(1).entries()) {
      expect(point.gainUsd).toBeGreaterThanOrEqual(frontier[k]!.gainUsd - 1e-6)
      expect(point.cvarUsd).toBeGreaterThanOrEqual(frontier[k]!.cvarUsd - 1e-6)
    }
    expect(capCosts.length).toBeGreaterThan(0)
    for (const { group, costUsd } of capCosts) {
      const without = planBasket(highs, {
        ...request,
        caps: request.caps.filter((cap) => cap.group !== group),
      })
      expect(costUsd).toBeCloseTo(without.gainUsd - plan.gainUsd, 5)
    }
    const free = planBasket(highs, { ...request, caps: [] })
    expect(uncapped!.most.gainUsd).toBeCloseTo(free.gainUsd, 5)
    expect(uncapped!.same.gainUsd).toBeCloseTo(plan.gainUsd, 4)
    expect(uncapped!.same.cvarUsd).toBeLessThanOrEqual(plan.cvarUsd + 1e-6)
  })

  it('no point of the frontier is bettered by a basket asked for by itself (fuzz)', () => {
    fc.assert(
      fc.property(requests, (drawn) => {
        const request = { ...drawn, whole: false }
        const { frontier } = exploreBasket(highs, request, 5, request.budgetUsd)
        for (const { cvarUsd, gainUsd } of frontier) {
          const share = Math.max(0, cvarUsd) / request.budgetUsd
          if (share > 1) continue
          const alone = planBasket(highs, { ...request, objective: { kind: 'tail', share } })
          expect(alone.gainUsd).toBeLessThanOrEqual(gainUsd + 1e-4 * request.budgetUsd)
        }
      }),
      { numRuns: 25 },
    )
  })
})

/** A candidate of one network that is worth so much, give or take. */
function one(costUsd: number, worth: number, spread = 1) {
  return {
    id: `${costUsd}`,
    costUsd,
    valuesUsd: Float64Array.of(worth - spread, worth + spread, worth - spread, worth + spread),
    groups: ['network:a'],
  }
}

/** Twelve candidates of three networks in 400 scenarios on which tail, budget and a cap bind. */
function textbook(): BasketRequest {
  let state = 7
  const uniform = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return (state + 0.5) / 2_147_483_648
  }
  const market = Array.from({ length: 400 }, () => uniform() - 0.5)
  return {
    candidates: Array.from({ length: 12 }, (_, j) => {
      const costUsd = 10 + j
      const [drift, beta] = [0.05 + 0.04 * (j % 4), 0.2 + 0.3 * (j % 5)]
      return {
        id: `${j}`,
        costUsd,
        groups: [`network:${j % 3}`],
        valuesUsd: Float64Array.from(
          market,
          (shock) => costUsd * (1 + drift + beta * shock + 0.6 * (uniform() - 0.5)),
        ),
      }
    }),
    budgetUsd: 100,
    beta: 0.95,
    objective: { kind: 'tail', share: 0.1 },
    caps: [0, 1, 2].map((k) => ({ group: `network:${k}`, share: 0.24 })),
    whole: false,
  }
}

function scoreOf({ candidates, budgetUsd, objective }: BasketRequest) {
  const covariance = covariances(candidates)
  return (held: Float64Array) => {
    const gain = candidates.reduce(
      (sum, { costUsd, valuesUsd }, j) =>
        sum + held[j]! * (valuesUsd.reduce((a, b) => a + b, 0) / valuesUsd.length - costUsd),
      0,
    )
    return objective.kind === 'tail'
      ? gain
      : gain - (objective.aversion / (2 * budgetUsd)) * varianceOf(covariance, held)
  }
}

function bestWhole(request: BasketRequest, score: (held: Float64Array) => number): number {
  const { candidates, budgetUsd, beta, caps, objective } = request
  let best = 0
  for (let mask = 0; mask < 2 ** candidates.length; mask++) {
    const held = Float64Array.from(candidates, (_, j) => (mask >> j) & 1)
    const spent = (group?: string) =>
      candidates.reduce(
        (sum, { costUsd, groups }, j) => (group && !groups?.includes(group) ? sum : sum + held[j]! * costUsd),
        0,
      )
    if (spent() > budgetUsd || caps.some(({ group, share }) => spent(group) > share * budgetUsd)) continue
    if (objective.kind === 'tail') {
      const losses = Float64Array.from(candidates[0]!.valuesUsd, (_, s) =>
        candidates.reduce((sum, { costUsd, valuesUsd }, j) => sum + held[j]! * (costUsd - valuesUsd[s]!), 0),
      )
      if (tailScenarios(losses, beta).cvar > objective.share * budgetUsd) continue
    }
    best = Math.max(best, score(held))
  }
  return best
}
