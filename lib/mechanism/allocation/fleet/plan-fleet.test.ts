import type { Highs } from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { exampleEngineInputs } from '@/lib/valuation/engine/example-engine-inputs'
import type { EngineInputs } from '@/lib/valuation/engine/inputs'
import { rewardProcesses } from '@/lib/valuation/engine/terms'
import { expectedRewards, expectedSalvage } from '@/lib/valuation/expected-value'
import { loadSolver } from '../load-solver'
import type { FleetTask } from './fleet-task'
import { planFleet } from './plan-fleet'

let highs: Highs
beforeAll(async () => {
  highs = await loadSolver()
})

/** A device that earns 50 dollars a month here, and so much in `other-1`. */
const device = (reward: number, changes: Parameters<typeof exampleEngineInputs>[0] = {}): EngineInputs =>
  exampleEngineInputs({ moves: [{ reward }], ...changes })

const task = (inputs: EngineInputs, devices: number[], changes: Partial<FleetTask> = {}): FleetTask => ({
  groups: [{ network: 'here', inputs, devices }],
  networks: [
    { slug: 'here', token: 'HERE', jumpShare: 0, nodes: 10_000 },
    { slug: 'other-1', token: 'OTHER', jumpShare: 0, nodes: 10_000 },
  ],
  correlations: [
    [1, 0.5],
    [0.5, 1],
  ],
  capacityShare: 1,
  costFactor: 1,
  ...changes,
})

describe('planFleet', () => {
  it('moves a device to where it earns more, and tells what that brings, costs and takes', () => {
    const inputs = device(120, { compatibility: 1 })
    const plan = planFleet(highs, task(inputs, [7]))
    expect(plan.moves).toHaveLength(1)
    const [move] = plan.moves
    expect(move).toMatchObject({ positionId: 7, from: 'here', to: 'other-1', compatibility: 1, costUsd: 25 })
    expect(plan.gainUsd).toBeGreaterThan(0)
    expect(plan.gainUsd).toBeCloseTo(move!.gainUsd + plan.ownDilutionUsd, 6)
    expect(plan.p5Usd).toBeLessThan(plan.gainUsd)
    expect(plan.p95Usd).toBeGreaterThan(plan.gainUsd)
    expect(move!.paybackMonths).toBeGreaterThan(0.5)
    expect(move!.paybackMonths).toBeLessThan(3)
    // with a fixed pool the newcomer's reward is taken from the others there
    expect(move!.othersLoseUsd).toBeCloseTo((move!.toMonthlyUsd * 10_000) / 10_001, 9)
  })

  it('values staying as the valuation does: V3, in closed form', () => {
    const inputs = device(120)
    const [process] = rewardProcesses(inputs)
    const exact = expectedSalvage(inputs) + expectedRewards(inputs, process!)
    expect(planFleet(highs, task(inputs, [1])).todayUsd).toBeCloseTo(exact, 6)
  })

  it('tells the same mean gain as its scenarios do', () => {
    const [move] = planFleet(highs, task(device(120, { compatibility: 1 }), [1])).moves
    const there = device(120, { networkReward: 50, nodeGrowth: 0.2, nodeGrowthDeviation: 0.2 })
    const [process] = rewardProcesses(there)
    const [own] = rewardProcesses(device(120))
    const gain = expectedRewards(there, process!) - expectedRewards(device(120), own!)
    // half a month of the first month's rewards there is lost, and the move costs 25 dollars
    expect(move!.gainUsd).toBeGreaterThan(gain - 25 - 70)
    expect(move!.gainUsd).toBeLessThan(gain - 25 - 40)
  })

  it('leaves a device where nothing pays more, and says why', () => {
    const plan = planFleet(highs, task(device(30), [1, 2]))
    expect(plan).toMatchObject({ gainUsd: 0, moves: [], p5Usd: 0, p95Usd: 0 })
    expect(plan.stays).toMatchObject([{ network: 'here', devices: 2, because: 'pay' }])
    const alone = planFleet(highs, task(device(30, { moves: [] }), [1]))
    expect(alone.stays).toMatchObject([{ because: 'alone', best: undefined }])
  })

  it('gains less the more a move costs, until none is worth it', () => {
    const { sensitivity } = planFleet(highs, task(device(65, { moveCost: 40 }), [1, 2, 3]))
    const gains = sensitivity.map(({ gainUsd }) => gainUsd)
    expect(gains[0]).toBeGreaterThan(0)
    expect(gains.at(-1)).toBe(0)
    for (let i = 1; i < gains.length; i++) expect(gains[i]).toBeLessThanOrEqual(gains[i - 1]! + 1e-6)
  })

  it('stops at the places a network has, and prices one more', () => {
    const plan = planFleet(highs, task(device(120), [1, 2, 3], { capacityShare: 0.0002 }))
    expect(plan.moves).toHaveLength(2)
    expect(plan.full).toMatchObject([{ network: 'other-1', capacity: 2 }])
    expect(plan.full[0]!.worthUsd).toBeGreaterThan(0)
    expect(plan.stays).toMatchObject([{ because: 'capacity', devices: 1 }])
  })

  it('sends fewer devices to a small network, because they take from each other there', () => {
    const many = Array.from({ length: 30 }, (_, i) => i)
    const small = planFleet(
      highs,
      task(device(90, { compatibility: 1 }), many, {
        networks: [
          { slug: 'here', token: 'HERE', jumpShare: 0, nodes: 10_000 },
          { slug: 'other-1', token: 'OTHER', jumpShare: 0, nodes: 60 },
        ],
      }),
    )
    expect(small.moves.length).toBeGreaterThan(0)
    expect(small.moves.length).toBeLessThan(30)
    expect(small.ownDilutionUsd).toBeLessThan(0)
  })

  it('finds what counting every number of movers by hand finds, the pools shared by all who are there', () => {
    const free = { runningCost: 0, runningCostLow: 0, runningCostHigh: 0 }
    const inputs = device(70, { ...free, compatibility: 1, moves: [{ reward: 70, runningCost: 0 }] })
    const nodes = (here: number, there: number) => [
      { slug: 'here', token: 'HERE', jumpShare: 0, nodes: here },
      { slug: 'other-1', token: 'OTHER', jumpShare: 0, nodes: there },
    ]
    // among a hundred billion nodes nothing is diluted: what a device earns here and there as published
    const alone = planFleet(highs, task(inputs, [1], { networks: nodes(1e11, 1e11) }))
    const here = alone.todayUsd - expectedSalvage(inputs)
    const there = alone.gainUsd + here + 25
    for (const own of [1, 2, 5, 8])
      for (const [all, others] of [
        [own, 4],
        [own + 3, 12],
        [20, 2],
        [60, 90],
      ] as const) {
        // a network takes no more than it has
        const byHand = Array.from({ length: Math.min(own, others) + 1 }, (_, moved) => {
          const [stay, left] = [own - moved, all - moved]
          const gone = moved * (there * (others / (others + moved)) - 25)
          return gone + (stay === 0 ? 0 : stay * here * (all / left)) - own * here
        })
        const best = Math.max(...byHand)
        const devices = Array.from({ length: own }, (_, i) => i)
        const plan = planFleet(highs, task(inputs, devices, { networks: nodes(all, others) }))
        expect(plan.gainUsd).toBeCloseTo(best, 5)
        expect(byHand[plan.moves.length]).toBeCloseTo(best, 5)
      }
  })

  it('tells devices that are nearly alike nearly the same interval, and all together one as wide', () => {
    const one = task(device(120, { compatibility: 0.5 }), [1])
    const nearly = { ...one.groups[0]!, inputs: device(120.001, { compatibility: 0.5 }), devices: [2] }
    const plan = planFleet(highs, { ...one, groups: [...one.groups, nearly] })
    const [first, second] = plan.moves as [(typeof plan.moves)[number], (typeof plan.moves)[number]]
    for (const part of ['p5Usd', 'p95Usd', 'chance'] as const)
      expect(Math.abs(second[part] / first[part] - 1)).toBeLessThan(1e-3)
    expect(plan.p95Usd - plan.ownDilutionUsd).toBeCloseTo(first.p95Usd + second.p95Usd, 6)
  })

  it('gains together by less luck than each alone, where the devices stand on networks of their own', () => {
    const inputs = device(120, { compatibility: 1 })
    const other = { ...inputs.moves[0]!, network: 'other-1' }
    const groups = ['here', 'elsewhere'].map((network, k) => ({
      network,
      inputs: { ...inputs, moves: [other] },
      devices: [k + 1],
    }))
    const far = (slug: string) => ({ ...task(inputs, [1]).networks[0]!, slug, token: slug })
    const plan = planFleet(highs, {
      ...task(inputs, [1]),
      groups,
      networks: ['here', 'elsewhere', 'other-1'].map(far),
      correlations: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    })
    const [a, b] = plan.moves as [(typeof plan.moves)[number], (typeof plan.moves)[number]]
    const width = plan.p95Usd - plan.p5Usd
    const apart = a.p95Usd - a.p5Usd + (b.p95Usd - b.p5Usd)
    expect(width).toBeLessThan(apart)
    // they go to the same network, so that they share its luck
    expect(width).toBeGreaterThan(Math.hypot(a.p95Usd - a.p5Usd, b.p95Usd - b.p5Usd))
  })

  it('is weighed by the chance that the device can serve the network', () => {
    const sure = planFleet(highs, task(device(120, { compatibility: 1 }), [1])).moves[0]!
    const unsure = planFleet(highs, task(device(120, { compatibility: 0.25 }), [1])).moves[0]!
    expect(unsure.gainUsd / sure.gainUsd).toBeCloseTo(0.25, 9)
    expect(unsure.p5Usd).toBeLessThanOrEqual(0)
  })

  it('refuses an empty fleet and figures out of range', () => {
    expect(() => planFleet(highs, task(device(50), []))).toThrow(InvalidInputError)
    expect(() => planFleet(highs, task(device(50), [1], { costFactor: -1 }))).toThrow(InvalidInputError)
    expect(() => planFleet(highs, task(device(50), [1], { networks: [] }))).toThrow(InvalidInputError)
  })
})
