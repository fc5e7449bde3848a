import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import type { BurnAndMint } from '@/lib/mechanism/tokenomics/burn-and-mint'
import type { EmissionSchedule } from '@/lib/mechanism/tokenomics/emission'
import type { NetworkDesign } from '@/lib/mechanism/tokenomics/network-design'
import { type DesignName, pricingKinds, scheduleKinds } from './design-knobs'
import type { Knobs } from './number-knobs'

/** Of the operators those run at first whose number, of ten, is below this: the others wait outside. */
const RUNNING_OF_TEN = 5

/** What the supply at the start is measured by where the price rule has no velocity of its own: fifty months' emission. */
const IMPACT_VELOCITY = 0.02

/** A network of real operators' costs under a reader's design. An epoch is a month. */
export function designOf(values: Knobs, suffix: DesignName, steps: readonly CostStep[]): NetworkDesign {
  const of = (name: string) => values[`${name}${suffix}`]!
  const isImpact = pricingKinds[Math.round(of('pricing'))] === 'impact'
  return {
    schedule: scheduleOf(of),
    startSupply: (Math.max(of('mint'), 1) / (isImpact ? IMPACT_VELOCITY : of('velocity'))) * of('supply'),
    burnShare: of('burn'),
    buybackShare: (1 - of('burn')) * of('buyback'),
    pricing: isImpact
      ? { kind: 'impact', startPrice: of('price'), impact: of('impact'), sellShare: of('sell') }
      : { kind: 'quantity', velocity: of('velocity') },
    demand: {
      baseUsd: of('demand'),
      drift: of('drift'),
      volatility: of('volatility'),
      elasticity: of('elasticity'),
    },
    staking: { rewardShare: of('stakers'), bondTokens: of('bond'), slashRate: of('slash') },
    operators: steps.map(({ nodes, costUsd }, i) => ({
      costUsd: costUsd * nodes,
      weight: nodes,
      hurdleUsd: costUsd * nodes * of('hurdle'),
      startsActive: i % 10 < RUNNING_OF_TEN,
    })),
    entryRate: of('enter'),
    exitRate: of('leave'),
    memory: 0.5,
  }
}

/** The burn-and-mint model that a design would be if its first month's emission and demand stayed; undefined without one. */
export function burnAndMintOf(
  values: Knobs,
  suffix: DesignName,
): { model: BurnAndMint; startSupply: number } | undefined {
  const of = (name: string) => values[`${name}${suffix}`]!
  if (pricingKinds[Math.round(of('pricing'))] !== 'quantity' || of('mint') <= 0) return undefined
  return {
    model: { burnUsd: of('demand') * of('burn'), mintTokens: of('mint'), velocity: of('velocity') },
    startSupply: (of('mint') / of('velocity')) * of('supply'),
  }
}

function scheduleOf(of: (name: string) => number): EmissionSchedule {
  const [perEpoch, fall] = [of('mint'), of('fall')]
  switch (scheduleKinds[Math.round(of('schedule'))]) {
    case 'capped':
      return { kind: 'capped', perEpoch, cap: perEpoch * of('cap') }
    case 'halving':
      return { kind: 'halving', perEpoch, every: Math.round(of('every')) }
    case 'demand-linked':
      return { kind: 'demand-linked', share: 1 - fall, floor: 0, ceiling: perEpoch * 2 }
    default:
      return { kind: 'decaying', perEpoch, ratio: 1 - fall }
  }
}
