import { InvalidInputError } from '@/lib/core/errors'
import { checkSchedule, type EmissionSchedule } from './emission'

export type Operator = {
  /** running cost an epoch in dollars */
  costUsd: number
  /** part of the pool it takes relative to the others: its devices, or their work */
  weight: number
  /** margin an epoch above which it enters: what its capital asks for */
  hurdleUsd: number
  startsActive: boolean
}

/** What a designer chooses and what the simulator assumes; rates are an epoch's. */
export type NetworkDesign = {
  schedule: EmissionSchedule
  startSupply: number
  /** share of users' dollars that buys tokens to burn; the rest pays operators */
  burnShare: number
  /** share of users' dollars that buys tokens back into a treasury, which never spends them: out of circulation, not burnt */
  buybackShare?: number
  pricing:
    | { kind: 'quantity'; velocity: number }
    /** log price moves by impact × (dollars bought − dollars sold) / market value, at most by 1; operators sell `sellShare` */
    | { kind: 'impact'; startPrice: number; impact: number; sellShare: number }
  demand: {
    /** dollars in the first epoch */
    baseUsd: number
    drift: number
    volatility: number
    /** demand grows as the active weight to this power: 0 none, 1 in step */
    elasticity: number
  }
  staking: {
    /** part of the emission that goes to stakers */
    rewardShare: number
    /** bond of each active operator, and the share of it slashed and burnt an epoch */
    bondTokens: number
    slashRate: number
  }
  operators: readonly Operator[]
  /** shares of those who want to enter or leave that do so in an epoch */
  entryRate: number
  exitRate: number
  /** weight of an operator's past expectation against the last epoch's margin */
  memory: number
}

/** @throws InvalidInputError naming the part that is out of range */
export function checkDesign(design: NetworkDesign): void {
  checkSchedule(design.schedule)
  const isShare = (value: number) => value >= 0 && value <= 1
  const isAmount = (value: number) => value >= 0 && value < 1e18
  const { pricing, demand, staking } = design
  const pricingHolds =
    pricing.kind === 'quantity'
      ? pricing.velocity > 0 && pricing.velocity <= 1 && design.burnShare + (design.buybackShare ?? 0) > 0
      : pricing.startPrice > 0 &&
        isAmount(pricing.startPrice) &&
        isAmount(pricing.impact) &&
        isShare(pricing.sellShare)
  const parts: [string, boolean][] = [
    ['supply at the start', isAmount(design.startSupply) && design.startSupply > 0],
    ['share burnt', isShare(design.burnShare)],
    ['share bought back', isShare(design.buybackShare ?? 0)],
    ['sum of burning and buying back', design.burnShare + (design.buybackShare ?? 0) <= 1 + 1e-12],
    ['price rule', pricingHolds],
    [
      'demand',
      isAmount(demand.baseUsd) &&
        demand.baseUsd > 0 &&
        Math.abs(demand.drift) < 1 &&
        demand.volatility >= 0 &&
        demand.volatility < 3 &&
        Math.abs(demand.elasticity) <= 3,
    ],
    ['staking', isShare(staking.rewardShare) && isAmount(staking.bondTokens) && isShare(staking.slashRate)],
    [
      'operators',
      design.operators.length > 0 &&
        design.operators.every(
          (one) => isAmount(one.costUsd) && one.weight > 0 && isAmount(one.weight) && isAmount(one.hurdleUsd),
        ),
    ],
    ['rates of entry and exit', [design.entryRate, design.exitRate, design.memory].every(isShare)],
  ]
  const wrong = parts.find(([, holds]) => !holds)
  if (wrong) throw new InvalidInputError(`The design’s ${wrong[0]} is out of range.`)
}
