import { formatCount, formatUsd } from '@/lib/core/format'
import type { CostOfMoving } from '@/lib/market/reference-price/cost-of-moving'

/** What it takes to move a price, in one sentence. */
export function costWords({ sales, accounts, positions, undetectedUsd, capitalUsd }: CostOfMoving): string {
  const of = (count: number, one: string, many: string) => `${formatCount(count)} ${count === 1 ? one : many}`
  return `${of(sales, 'sale', 'sales')} of ${of(positions, 'position', 'positions')} among ${of(
    accounts,
    'wallet',
    'wallets',
  )} that no test links: ${formatUsd(undetectedUsd)} in fees, ${formatUsd(capitalUsd)} tied up`
}
