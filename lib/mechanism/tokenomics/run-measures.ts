import type { NetworkDesign } from './network-design'
import type { EpochFigures } from './simulate-network'

/** What of a run a designer looks at; each a figure an epoch. */
export type RunMeasure =
  | 'price'
  | 'circulating'
  | 'minted'
  | 'demandUsd'
  | 'operators'
  | 'devices'
  | 'rewardPerDevice'
  | 'paidUsd'
  | 'holderShare'

export const runMeasures: Record<RunMeasure, (one: EpochFigures, design: NetworkDesign) => number> = {
  price: ({ price }) => price,
  circulating: ({ supply, treasury }) => supply - treasury,
  minted: ({ minted }) => minted,
  demandUsd: ({ demandUsd }) => demandUsd,
  operators: ({ active }) => active,
  devices: ({ weight }) => weight,
  rewardPerDevice: ({ rewardPerWeight, active }) => (active > 0 ? rewardPerWeight : 0),
  /** what the network pays for its service and its security: operators and stakers */
  paidUsd: ({ operatorsUsd, stakersUsd }) => operatorsUsd + stakersUsd,
  /** of a holder's share of the circulation at the start who gets none of the emission */
  holderShare: ({ supply, treasury }, { startSupply }) =>
    startSupply / Math.max(supply - treasury, 1e-12 * startSupply),
}

export const measureNames = Object.keys(runMeasures) as RunMeasure[]
