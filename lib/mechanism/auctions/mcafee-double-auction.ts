import { InvalidInputError } from '@/lib/core/errors'

export type DoubleAuction = {
  /** units that change hands under McAfee's rule */
  trades: number
  /** units whose bid is at least its ask */
  efficientTrades: number
  /** prices between which supply meets demand, both ends included; undefined without efficient trades */
  clearing: { low: number; high: number } | undefined
  /** what each buyer pays and each seller gets; apart only when the last trade is given up */
  buyerPrice: number | undefined
  sellerPrice: number | undefined
  /** left with the market: trades × (buyer − seller price), never negative */
  surplus: number
}

/**
 * McAfee's double auction: truthful for buyers and sellers of one unit each, never at a loss, at most the least
 * valuable trade given up. With k efficient trades the price (b₍k+1₎ + a₍k+1₎)/2 is used when it lies between the k-th
 * bid and ask; otherwise k − 1 trades are made, buyers paying b₍k₎ and sellers getting a₍k₎.
 * Source: McAfee (1992), “A dominant strategy double auction”.
 */
export function mcafeeDoubleAuction(bids: readonly number[], asks: readonly number[]): DoubleAuction {
  if (![...bids, ...asks].every((price) => price >= 0 && price < 1e15))
    throw new InvalidInputError('Bids and asks are numbers, zero or above.')
  const falling = [...bids].sort((a, b) => b - a)
  const rising = [...asks].sort((a, b) => a - b)
  let k = 0
  while (k < falling.length && k < rising.length && falling[k]! >= rising[k]!) k += 1
  const none = { trades: 0, efficientTrades: k, buyerPrice: undefined, sellerPrice: undefined, surplus: 0 }
  if (k === 0) return { ...none, clearing: undefined }
  const [lastBid, lastAsk] = [falling[k - 1]!, rising[k - 1]!]
  const [nextBid, nextAsk] = [falling[k], rising[k]]
  const clearing = { low: Math.max(lastAsk, nextBid ?? 0), high: Math.min(lastBid, nextAsk ?? lastBid) }
  if (nextBid !== undefined && nextAsk !== undefined) {
    const price = (nextBid + nextAsk) / 2
    if (lastAsk <= price && price <= lastBid)
      return { trades: k, efficientTrades: k, clearing, buyerPrice: price, sellerPrice: price, surplus: 0 }
  }
  if (k === 1) return { ...none, clearing }
  const surplus = (k - 1) * (lastBid - lastAsk)
  return { trades: k - 1, efficientTrades: k, clearing, buyerPrice: lastBid, sellerPrice: lastAsk, surplus }
}
