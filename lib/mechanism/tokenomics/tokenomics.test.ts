import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '@/lib/core/errors'
import { RandomStream } from '@/lib/math/random/random-stream'
import {
  burnAndMintEpochs,
  burnAndMintEquilibrium,
  burnAndMintHalfLife,
  burnAndMintPath,
} from './burn-and-mint'
import { emission, totalEmission } from './emission'
import type { NetworkDesign } from './network-design'
import { simulateNetwork } from './simulate-network'
import { restingStake, stakingReturns } from './staking'

const model = { burnUsd: 50_000, mintTokens: 2_000, velocity: 0.04 }
const design: NetworkDesign = {
  schedule: { kind: 'decaying', perEpoch: 2_000, ratio: 1 },
  startSupply: 120_000,
  burnShare: 1,
  pricing: { kind: 'quantity', velocity: 0.04 },
  demand: { baseUsd: 50_000, drift: 0, volatility: 0, elasticity: 0 },
  staking: { rewardShare: 0, bondTokens: 0, slashRate: 0 },
  operators: Array.from({ length: 100 }, (_, i) => ({
    costUsd: 200 + 20 * i,
    weight: 1,
    hurdleUsd: 10,
    startsActive: i < 5,
  })),
  entryRate: 0.2,
  exitRate: 0.2,
  memory: 0.5,
}

describe('burn and mint', () => {
  it('rests at S* = M/v and p* = B/M and goes there exponentially (published closed form)', () => {
    expect(burnAndMintEquilibrium(model)).toEqual({ supply: 50_000, price: 25 })
    const at = burnAndMintPath(model, 120_000, 10)
    expect(at.supply).toBeCloseTo(50_000 + 70_000 * Math.exp(-0.4), 8)
    expect(at.price).toBeCloseTo(50_000 / (0.04 * at.supply), 10)
    expect(burnAndMintPath(model, 120_000, burnAndMintHalfLife(model)).supply).toBeCloseTo(85_000, 6)
    expect(() => burnAndMintEquilibrium({ ...model, velocity: 0 })).toThrow(InvalidInputError)
  })

  it('is reproduced by the simulator, on the way and at rest', () => {
    const run = simulateNetwork(design, 600, new RandomStream(1))
    // a discrete epoch burns v of the supply: the closed path at the rate −ln(1 − v)
    const rate = -Math.log(1 - model.velocity)
    const closed = burnAndMintEpochs(model, 120_000, 600)
    for (const { epoch, supply } of run) {
      expect(supply).toBeCloseTo(50_000 + 70_000 * Math.exp(-rate * (epoch + 1)), 4)
      expect(supply).toBeCloseTo(closed[epoch]!, 4)
    }
    expect(run.at(-1)!.supply).toBeCloseTo(50_000, 4)
    expect(run.at(-1)!.price).toBeCloseTo(25, 6)
  })
})

describe('simulateNetwork', () => {
  it('ends with as many operators as the pool carries: none wants in, none makes a loss', () => {
    const run = simulateNetwork(design, 600, new RandomStream(1))
    const { active, rewardPerWeight } = run.at(-1)!
    // 50,000 dollars an epoch among n operators whose dearest costs 200 + 20 (n − 1)
    expect(rewardPerWeight).toBeCloseTo(50_000 / active, 3)
    expect(rewardPerWeight).toBeGreaterThanOrEqual(200 + 20 * (active - 1))
    expect(50_000 / (active + 1)).toBeLessThan(200 + 20 * active + 10 + 1_000 / active)
  })

  it('repeats a run from its seed, and keeps its books', () => {
    const shaken = {
      ...design,
      demand: { ...design.demand, volatility: 0.2, elasticity: 0.5 },
      staking: { rewardShare: 0.2, bondTokens: 10, slashRate: 0.01 },
    }
    const draws = fc.record({
      seed: fc.nat(),
      impact: fc.boolean(),
      burnShare: fc.double({ min: 0.1, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(draws, ({ seed, impact, burnShare }) => {
        const drawn: NetworkDesign = {
          ...shaken,
          burnShare,
          ...(impact && { pricing: { kind: 'impact', startPrice: 10, impact: 0.5, sellShare: 0.6 } }),
        }
        const run = simulateNetwork(drawn, 60, new RandomStream(seed))
        expect(simulateNetwork(drawn, 60, new RandomStream(seed))).toEqual(run)
        let supply = design.startSupply
        for (const one of run) {
          expect(one.supply).toBeCloseTo(supply - one.burnt - one.slashed + one.minted, 5)
          // a network that all have left has no demand, and its token no price
          expect(one.price > 0 || one.active === 0).toBe(true)
          expect(Number.isFinite(one.price) && one.active >= 0 && one.active <= 100).toBe(true)
          supply = one.supply
        }
      }),
      { numRuns: 40 },
    )
  })

  it('buys back what it would burn: the same price and circulation, with the tokens kept', () => {
    const burns = simulateNetwork({ ...design, burnShare: 0.8 }, 200, new RandomStream(4))
    const buys = simulateNetwork({ ...design, burnShare: 0.3, buybackShare: 0.5 }, 200, new RandomStream(4))
    buys.forEach((one, k) => {
      expect(one.price).toBeCloseTo(burns[k]!.price, 9)
      expect(one.supply - one.treasury).toBeCloseTo(burns[k]!.supply, 4)
      expect(one.dilution).toBeCloseTo(burns[k]!.dilution, 9)
      expect(one.bought / (one.bought + one.burnt)).toBeCloseTo(5 / 8, 9)
    })
    expect(buys.at(-1)!.treasury).toBeCloseTo(
      buys.reduce((sum, { bought }) => sum + bought, 0),
      4,
    )
    expect(() => simulateNetwork({ ...design, buybackShare: 0.5 }, 5, new RandomStream(1))).toThrow(
      'buying back',
    )
  })

  it('slashes bonds out of the supply and out of who stays', () => {
    const slashed = { ...design, staking: { rewardShare: 0, bondTokens: 20, slashRate: 0.05 } }
    const [with_, without] = [slashed, design].map((one) => simulateNetwork(one, 300, new RandomStream(1)))
    expect(with_!.at(-1)!.supply).toBeLessThan(without!.at(-1)!.supply)
    expect(with_!.at(-1)!.active).toBeLessThanOrEqual(without!.at(-1)!.active)
    // a token each a running operator: 0.05 × 20 × active, besides the v of the supply that users burn
    const [last, before] = [with_!.at(-1)!, with_!.at(-2)!]
    expect(last.slashed).toBeCloseTo(last.active, 6)
    expect(last.burnt).toBeCloseTo(0.04 * before.supply, 6)
  })

  it('refuses a design with a figure out of range', () => {
    expect(() => simulateNetwork({ ...design, burnShare: 2 }, 5, new RandomStream(1))).toThrow('share burnt')
    expect(() => simulateNetwork({ ...design, operators: [] }, 5, new RandomStream(1))).toThrow(
      InvalidInputError,
    )
    expect(() => simulateNetwork(design, 0, new RandomStream(1))).toThrow(InvalidInputError)
  })
})

describe('emission', () => {
  it.each([
    [{ kind: 'capped', perEpoch: 30, cap: 100 } as const, 100],
    [{ kind: 'halving', perEpoch: 8, every: 5 } as const, 80],
    [{ kind: 'decaying', perEpoch: 10, ratio: 0.9 } as const, 100],
  ])('adds up to what the schedule says: %o', (schedule, total) => {
    let minted = 0
    for (let epoch = 0; epoch < 400; epoch++) minted += emission(schedule, { epoch, minted, burnt: 0 })
    expect(minted).toBeCloseTo(total, 6)
    expect(totalEmission(schedule)).toBeCloseTo(total, 9)
  })

  it('follows demand between floor and ceiling, and never ends', () => {
    const schedule = { kind: 'demand-linked', share: 0.5, floor: 10, ceiling: 40 } as const
    const at = (burnt: number) => emission(schedule, { epoch: 3, minted: 0, burnt })
    expect([at(0), at(50), at(500)]).toEqual([10, 25, 40])
    expect(totalEmission(schedule)).toBe(Number.POSITIVE_INFINITY)
    expect(totalEmission({ kind: 'decaying', perEpoch: 5, ratio: 0.5, tail: 1 })).toBe(
      Number.POSITIVE_INFINITY,
    )
    expect(() =>
      emission({ kind: 'halving', perEpoch: 1, every: 0 }, { epoch: 0, minted: 0, burnt: 0 }),
    ).toThrow(InvalidInputError)
  })
})

describe('stakingReturns', () => {
  it('moves from holders to stakers what it takes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (issuance, share) => {
          const { real, dilution, transferred } = stakingReturns(issuance, share)
          expect(share * (1 + real) + (1 - share) * (1 + dilution)).toBeCloseTo(1, 12)
          expect(transferred).toBeCloseTo(share * real, 12)
          expect(dilution).toBeLessThanOrEqual(0)
        },
      ),
    )
    expect(stakingReturns(0.1, 0.5).nominal).toBeCloseTo(0.2, 12)
    // at rest a staked token earns what is asked; where all stake, more
    expect(stakingReturns(0.06, restingStake(0.06, 0.15)).nominal).toBeCloseTo(0.15, 12)
    expect(restingStake(0.3, 0.1)).toBe(1)
    expect(() => restingStake(0.1, 0)).toThrow(InvalidInputError)
    expect(() => stakingReturns(0.1, 0)).toThrow(InvalidInputError)
  })
})
