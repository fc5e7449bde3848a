import { formatCompact, formatCount, formatShare, formatUsd, formatUsdCompact } from '@/lib/core/format'
import type { RunMeasure } from '@/lib/mechanism/tokenomics/run-measures'

type Look = { title: string; unit: string; format: (value: number) => string }

/** How the figures of a run are named and written. */
export const measureLook: Record<RunMeasure, Look> = {
  price: { title: 'Token price', unit: 'USD', format: formatUsd },
  circulating: { title: 'Circulating supply', unit: 'tokens', format: formatCompact },
  operators: {
    title: 'Operators running',
    unit: 'of all',
    format: (value) => formatCount(Math.round(value)),
  },
  devices: { title: 'Devices running', unit: 'of all', format: formatCompact },
  rewardPerDevice: { title: 'Reward per device', unit: 'USD a month', format: formatUsd },
  paidUsd: { title: 'Paid to operators and stakers', unit: 'USD a month', format: formatUsdCompact },
  minted: { title: 'Emission', unit: 'tokens a month', format: formatCompact },
  demandUsd: { title: 'Demand', unit: 'USD a month', format: formatUsdCompact },
  holderShare: {
    title: 'A holder’s share, unstaked',
    unit: 'of the share at the start',
    format: formatShare,
  },
}

/** Those with a chart, in order; the rest stand in the table at the end. */
export const charted: readonly RunMeasure[] = [
  'price',
  'circulating',
  'operators',
  'devices',
  'rewardPerDevice',
  'paidUsd',
]
