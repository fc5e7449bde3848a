import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RandomStream } from '@/lib/math/random/random-stream'
import type { EmissionSchedule } from './emission'
import type { NetworkDesign } from './network-design'
import { lastYearIssuance, unstakedShare } from './run-figures'
import { type EpochFigures, simulateNetwork } from './simulate-network'
import { stakingReturns } from './staking'

const quiet: NetworkDesign = {
  schedule: { kind: 'decaying', perEpoch: 2_000, ratio: 1 },
  startSupply: 120_000,
  burnShare: 1,
  pricing: { kind: 'quantity', velocity: 0.04 },
  demand: { baseUsd: 50_000, drift: 0, volatility: 0, elasticity: 0 },
  staking: { rewardShare: 0, bondTokens: 0, slashRate: 0 },
  operators: Array.from({ length: 20 }, (_, i) => ({
    costUsd: 100 + 10 * i,
    weight: 1 + (i % 3),
    hurdleUsd: 10,
    startsActive: i < 10,
  })),
  entryRate: 0.2,
  exitRate: 0.2,
  memory: 0.5,
}
/** Nothing burns and nothing is bought: the supply moves by what is minted and slashed alone. */
const mintsOnly: NetworkDesign = {
  ...quiet,
  burnShare: 0,
  pricing: { kind: 'impact', startPrice: 2, impact: 0, sellShare: 0 },
}
const play = (design: NetworkDesign, epochs: number, seed = 1) =>
  simulateNetwork(design, epochs, new RandomStream(seed))
const sum = (run: readonly EpochFigures[], of: (one: EpochFigures) => number) =>
  run.reduce((total, one) => total + of(one), 0)

describe('what each mechanism is known to do, by closed forms that the simulator does not use', () => {
  it('capped: the supply ends at start + cap', () => {
    const run = play({ ...mintsOnly, schedule: { kind: 'capped', perEpoch: 700, cap: 10_000 } }, 40)
    expect(run.at(-1)!.supply).toBeCloseTo(130_000, 6)
    expect(run[13]!.supply).toBeCloseTo(129_800, 6)
  })

  it('halving: k periods of h epochs mint h e (2 − 2^(1 − k))', () => {
    const run = play({ ...mintsOnly, schedule: { kind: 'halving', perEpoch: 80, every: 10 } }, 70)
    for (const k of [1, 2, 5, 7])
      expect(run[10 * k - 1]!.supply - 120_000).toBeCloseTo(10 * 80 * (2 - 2 ** (1 - k)), 6)
  })

  it('decaying: n epochs mint e (1 − rⁿ) / (1 − r)', () => {
    const run = play({ ...mintsOnly, schedule: { kind: 'decaying', perEpoch: 500, ratio: 0.97 } }, 90)
    for (const n of [1, 12, 90])
      expect(run[n - 1]!.supply - 120_000).toBeCloseTo((500 * (1 - 0.97 ** n)) / 0.03, 6)
  })

  it('demand-linked: minting a share of what burns, the supply shrinks by 1 − v (1 − share) an epoch', () => {
    const schedule: EmissionSchedule = { kind: 'demand-linked', share: 0.6, floor: 0, ceiling: 1e12 }
    for (const { epoch, supply } of play({ ...quiet, schedule }, 100))
      expect(supply / (120_000 * (1 - 0.04 * 0.4) ** (epoch + 1))).toBeCloseTo(1, 12)
  })

  it('buy-back: circulation goes the way of burn and mint, the supply grows by all that is minted', () => {
    const run = play({ ...quiet, burnShare: 0, buybackShare: 1 }, 150)
    for (const { epoch, supply, treasury, burnt } of run) {
      expect(burnt).toBe(0)
      expect(supply).toBeCloseTo(120_000 + 2_000 * (epoch + 1), 6)
      expect(supply - treasury).toBeCloseTo(50_000 + 70_000 * 0.96 ** (epoch + 1), 6)
    }
  })

  it('staking: a year of the run dilutes a holder, and pays a staker, as the closed form says', () => {
    const design = { ...mintsOnly, staking: { rewardShare: 0.7, bondTokens: 0, slashRate: 0 } }
    const issuance = (12 * 2_000) / 120_000
    const run = play(design, 12)
    expect(lastYearIssuance(run, 0.7)).toBeCloseTo(0.7 * issuance, 12)
    expect(unstakedShare(run)).toBeCloseTo(1 / (1 + issuance), 12)
    // all of it to stakers, who stake it again: the tokens they end with, over all tokens
    const all = play({ ...design, staking: { ...design.staking, rewardShare: 1 } }, 12)
    for (const staked of [0.1, 0.4, 1]) {
      const { real, dilution, nominal } = stakingReturns(lastYearIssuance(all, 1), staked)
      const tokens = staked * 120_000 + sum(all, ({ minted }) => minted)
      expect(tokens / all.at(-1)!.supply / staked - 1).toBeCloseTo(real, 12)
      expect(((1 - staked) * 120_000) / all.at(-1)!.supply).toBeCloseTo((1 - staked) * (1 + dilution), 12)
      expect(nominal).toBeCloseTo(issuance / staked, 12)
      expect(real).toBeCloseTo((1 + issuance / staked) / (1 + issuance) - 1, 12)
    }
    // where all stake nobody gains: the reward is inflation
    expect(stakingReturns(issuance, 1).real).toBeCloseTo(0, 12)
  })

  it('staking pays operators less: what goes to stakers is missing from the pool', () => {
    const [first] = play({ ...mintsOnly, staking: { rewardShare: 0.7, bondTokens: 0, slashRate: 0 } }, 1)
    expect(first!.stakersUsd).toBeCloseTo(0.7 * 2_000 * 2, 9)
    expect(first!.operatorsUsd).toBeCloseTo(0.3 * 2_000 * 2 + 50_000, 9)
  })

  it('slashing: with nothing minted the supply falls by rate × bond of everyone who runs, and drives out the dearest', () => {
    const staking = { rewardShare: 0, bondTokens: 50, slashRate: 0.1 }
    const schedule: EmissionSchedule = { kind: 'capped', perEpoch: 0, cap: 0 }
    const run = play({ ...mintsOnly, schedule, staking, entryRate: 0, exitRate: 0 }, 30)
    for (const { epoch, supply } of run) expect(supply).toBeCloseTo(120_000 - 5 * 10 * (epoch + 1), 6)
    // 25 dollars a unit of weight; 5 tokens at 2 dollars, 10 dollars an operator, are lost
    const demand = { ...quiet.demand, baseUsd: 25 * 19 }
    const poor = {
      ...mintsOnly,
      schedule,
      demand,
      operators: quiet.operators.map((one) => ({ ...one, costUsd: 20 * one.weight })),
    }
    expect(play(poor, 40).at(-1)!.active).toBeGreaterThan(
      play({ ...poor, staking: { ...staking, slashRate: 1 } }, 40).at(-1)!.active,
    )
  })

  it('market impact: log price moves by impact × net buying over market value, at most by one', () => {
    const impact = (factor: number) =>
      play(
        {
          ...quiet,
          burnShare: 0.5,
          pricing: { kind: 'impact', startPrice: 2, impact: factor, sellShare: 0.8 },
        },
        1,
      )[0]!
    const move = (25_000 - 0.8 * 2_000 * 2) / (2 * 120_000)
    expect(impact(0.5).price).toBeCloseTo(2 * Math.exp(0.5 * move), 12)
    expect(impact(100).price).toBeCloseTo(2 * Math.E, 12)
  })
})

describe('books', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const amount = fc.double({ min: 0, max: 5_000, noNaN: true })
  const schedule: fc.Arbitrary<EmissionSchedule> = fc.oneof(
    fc.record({
      kind: fc.constant('capped' as const),
      perEpoch: amount,
      cap: fc.double({ min: 0, max: 50_000, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('halving' as const),
      perEpoch: amount,
      every: fc.integer({ min: 1, max: 30 }),
    }),
    fc.record({ kind: fc.constant('decaying' as const), perEpoch: amount, ratio: share, tail: amount }),
    fc.record({
      kind: fc.constant('demand-linked' as const),
      share: fc.double({ min: 0, max: 2, noNaN: true }),
      floor: fc.constant(0),
      ceiling: amount,
    }),
  )
  const designs: fc.Arbitrary<NetworkDesign> = fc.record({
    schedule,
    startSupply: fc.double({ min: 100, max: 1e6, noNaN: true }),
    burnShare: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
    buybackShare: fc.double({ min: 0, max: 0.4, noNaN: true }),
    pricing: fc.oneof(
      fc.record({
        kind: fc.constant('quantity' as const),
        velocity: fc.double({ min: 0.001, max: 1, noNaN: true }),
      }),
      fc.record({
        kind: fc.constant('impact' as const),
        startPrice: fc.double({ min: 1e-3, max: 100, noNaN: true }),
        impact: fc.double({ min: 0, max: 5, noNaN: true }),
        sellShare: share,
      }),
    ),
    demand: fc.record({
      baseUsd: fc.double({ min: 1, max: 1e6, noNaN: true }),
      drift: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      volatility: fc.double({ min: 0, max: 0.5, noNaN: true }),
      elasticity: fc.double({ min: 0, max: 2, noNaN: true }),
    }),
    staking: fc.record({ rewardShare: share, bondTokens: amount, slashRate: share }),
    operators: fc.constant(quiet.operators),
    entryRate: share,
    exitRate: share,
    memory: share,
  })

  it('no token appears or vanishes, none is paid twice, and no more is minted than a cap allows', () => {
    fc.assert(
      fc.property(designs, fc.nat(), (design, seed) => {
        const run = play(design, 50, seed)
        let [supply, treasury, minted] = [design.startSupply, 0, 0]
        for (const one of run) {
          supply += one.minted - one.burnt - one.slashed
          treasury += one.bought
          minted += one.minted
          const scale = Math.max(1, supply, minted)
          expect(Math.abs(one.supply - supply) / scale).toBeLessThan(1e-9)
          expect(Math.abs(one.treasury - treasury) / scale).toBeLessThan(1e-9)
          for (const amount of [
            one.minted,
            one.burnt,
            one.slashed,
            one.bought,
            one.price,
            one.operatorsUsd,
            one.stakersUsd,
          ])
            expect(amount).toBeGreaterThanOrEqual(0)
          expect(one.supply - one.treasury).toBeGreaterThan(-1e-9 * scale)
          expect(Object.values(one).every(Number.isFinite)).toBe(true)
          if (design.schedule.kind === 'capped')
            expect(minted).toBeLessThanOrEqual(design.schedule.cap + 1e-6)
          // dollars: what is minted is worth its price, and users’ money that buys no token pays operators
          const spent = one.demandUsd * (1 - design.burnShare - (design.buybackShare ?? 0))
          const paid = one.minted * one.price + (one.active > 0 ? spent : 0)
          expect(Math.abs(one.operatorsUsd + one.stakersUsd - paid)).toBeLessThan(1e-9 * Math.max(1, paid))
          if (one.active > 0)
            expect(Math.abs(one.rewardPerWeight * one.weight - one.operatorsUsd)).toBeLessThan(
              1e-9 * Math.max(1, one.operatorsUsd),
            )
        }
      }),
    )
  })
})
