import { formatInstant } from '@/lib/core/format'
import type { ValueInterval } from '@/lib/market/price-figures'
import { type Knob, readKnobs } from '../number-knobs'
import type { AuctionAsked, AuctionStart } from './auctions'
import { dollarsOf, readCents, readLines } from './order-lines'
import { reserveKnobs } from './reserve-knobs'

type LiveOrder = {
  id: string
  positionId: number
  name: string
  priceCents: number
  value: ValueInterval | undefined
}

type Query = Record<string, string | string[] | undefined>

/** Where the page begins: the market's own orders, or those of the address where it holds some that can be read. */
export function startOf(
  book: { bids: readonly LiveOrder[]; asks: readonly LiveOrder[]; now: Date },
  query: Query,
): {
  live: AuctionStart
  start: AuctionStart
  asked: AuctionAsked
  knobs: readonly Knob[]
  source: string
  problem: string | undefined
} {
  const linesOf = (orders: readonly LiveOrder[]) =>
    orders.map(({ id, positionId, name, priceCents, value }) => ({
      id,
      label: name,
      units: '1',
      dollars: dollarsOf(priceCents),
      position: { id: positionId, value },
    }))
  const live = { bids: linesOf(book.bids), asks: linesOf(book.asks), reserve: '' }
  const text = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  const isEdited = 'bids' in query || 'asks' in query
  const [bids, asks] = [readLines('bids', text('bids')), readLines('asks', text('asks'))]
  const reserve = readCents(text('reserve')) ? text('reserve') : ''
  const problem =
    isEdited && !(bids && asks)
      ? 'The address’s orders cannot be read: the market’s own are shown.'
      : text('reserve') !== reserve
        ? 'The address’s reserve is no price: there is none.'
        : undefined
  const { low, high } = beliefOf(book.asks.flatMap(({ value }) => (value ? [value] : [])))
  const knobs = reserveKnobs(low, high)
  return {
    live,
    start: isEdited && bids && asks ? { bids, asks, reserve } : { ...live, reserve },
    asked: { lie: /^[bs]\d{2}$/.test(text('lie')) ? text('lie') : '', belief: readKnobs(knobs, query) },
    knobs,
    source: `orders of this market that could be filled at ${formatInstant(book.now)}`,
    problem,
  }
}

/** P5 and P95 in whole dollars of the value in the middle; 100 and 300 where nothing is valued. */
function beliefOf(values: readonly ValueInterval[]): { low: number; high: number } {
  const middle = [...values].sort((a, b) => Number(a.p50 - b.p50))[Math.floor(values.length / 2)]
  if (!middle) return { low: 100, high: 300 }
  const low = Math.max(0, Math.round(Number(middle.p5) / 100))
  return { low, high: Math.max(low + 1, Math.round(Number(middle.p95) / 100)) }
}
