import type { MarketSort } from '@/lib/market/market-query'

/** What each order of the market puts first, in words. */
export const sortNames: Record<MarketSort, string> = {
  gap: 'Below value',
  price: 'Lowest price',
  value: 'Highest value',
  reward: 'Highest reward',
  yield: 'Highest yield',
  days: 'Soonest break-even',
  uptime: 'Highest uptime',
  expiry: 'Ending soonest',
  position: 'Newest',
}
