import type { ChartUnit } from '@/components/charts/chart-point'
import { formatCount, formatUsd } from '@/lib/core/format'
import type { Measure } from '@/lib/market/network-history'

/** What each measure of a network is called, and its unit. */
export const measureNames: Record<Measure, { name: string; per: string; unit: ChartUnit }> = {
  rewardsUsd: { name: 'Rewards', per: 'US dollars a month', unit: 'usd' },
  rewardPerNode: { name: 'Reward per node', per: 'US dollars a month', unit: 'usd' },
  activeNodes: { name: 'Active nodes', per: 'nodes', unit: 'count' },
  tokenPriceUsd: { name: 'Token price', per: 'US dollars', unit: 'usd' },
}

export function formatMeasure(measure: Measure, value: number): string {
  return measureNames[measure].unit === 'usd' ? formatUsd(value) : formatCount(value)
}
