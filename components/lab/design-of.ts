import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import type { EmissionSchedule } from '@/lib/mechanism/tokenomics/emission'
import type { NetworkDesign } from '@/lib/mechanism/tokenomics/network-design'
import { scheduleKinds } from './design-knobs'
import type { Knobs } from './number-knobs'

/** Of the operators those run at first whose number, of ten, is below this: the others wait outside. */
const RUNNING_OF_TEN = 5

/**
 * A network of real operators' costs under a reader's design. An epoch is a month; the supply at the start is what the
 * emission's first month would come to rest at, so that what moves is the design and not its start.
 */
export function designOf(values: Knobs, suffix: 'A' | 'B', steps: readonly CostStep[]): NetworkDesign {
  const of = (name: string) => values[`${name}${suffix}`]!
  return {
    schedule: scheduleOf(of('schedule'), of('mint'), of('fall')),
    startSupply: Math.max(of('mint'), 1) / of('velocity'),
    burnShare: of('burn'),
    pricing: { kind: 'quantity', velocity: of('velocity') },
    demand: {
      baseUsd: of('demand'),
      drift: of('drift'),
      volatility: of('volatility'),
      elasticity: of('elasticity'),
    },
    staking: { rewardShare: of('stakers'), bondTokens: 0, slashRate: 0 },
    operators: steps.map(({ nodes, costUsd }, i) => ({
      costUsd: costUsd * nodes,
      weight: nodes,
      hurdleUsd: costUsd * nodes * 0.2,
      startsActive: i % 10 < RUNNING_OF_TEN,
    })),
    entryRate: 0.25,
    exitRate: 0.25,
    memory: 0.5,
  }
}

function scheduleOf(kind: number, perEpoch: number, fall: number): EmissionSchedule {
  switch (scheduleKinds[Math.round(kind)]) {
    case 'capped':
      return { kind: 'capped', perEpoch, cap: perEpoch * 60 }
    case 'halving':
      return { kind: 'halving', perEpoch, every: 24 }
    case 'demand-linked':
      return { kind: 'demand-linked', share: 1 - fall, floor: 0, ceiling: perEpoch * 2 }
    default:
      return { kind: 'decaying', perEpoch, ratio: 1 - fall }
  }
}
