import type { Address } from 'viem'
import type { ChainEvent, EventOf, FilledItem } from '../events'
import type { Fill } from './state'

type Filled = EventOf<'order_filled'>
type Moved = EventOf<'position_moved'>

/** The contracts by which a fill is read, in lower case. */
export type FillContracts = { positions: Address; dollar: Address; zone: Address }

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

/**
 * Who sold which position to whom for how much, from the events of one transaction. Pure.
 *
 * A sale is a transfer of the position for which an order was filled: the order that offered it (a listing), the one
 * that wanted it (an accepted offer), or both (`matchOrders`). So a matched pair counts once: `primary` is the
 * order under our zone, else the one that offered. The price is what the buyer paid: the dollars the buying order
 * offered, or else those the selling order asked. Several positions in one order share its price evenly, the first
 * takes the rest.
 */
export function readFills(contracts: FillContracts, events: readonly ChainEvent[]): Fill[] {
  const filled = events.filter((event) => event.type === 'order_filled')
  if (filled.length === 0) return []
  const moves = events.filter((event) => event.type === 'position_moved')
  return moves.flatMap((move) => fillsOfMove(contracts, filled, move))
}

function fillsOfMove(contracts: FillContracts, filled: readonly Filled[], move: Moved): Fill[] {
  const isPosition = (item: FilledItem) =>
    item.token === contracts.positions && Number(item.identifier) === move.positionId
  const sell = filled.find((order) => order.offerer === move.from && order.offer.some(isPosition))
  const buy = filled.find((order) =>
    order.consideration.some((item) => isPosition(item) && item.recipient === move.to),
  )
  const parties = { positionId: move.positionId, seller: move.from, buyer: move.to }
  const money = priceOf(contracts, sell, buy, move)
  const primary =
    buy && sell && buy.zone === contracts.zone && sell.zone !== contracts.zone ? buy : (sell ?? buy)
  return [sell, buy]
    .filter((order) => order !== undefined)
    .map((event) => ({ event, ...parties, ...money, primary: event === primary }))
}

function priceOf(
  contracts: FillContracts,
  sell: Filled | undefined,
  buy: Filled | undefined,
  move: Moved,
): { price: bigint; fee: bigint } {
  const order = buy ?? sell
  if (!order) return { price: 0n, fee: 0n }
  const asked = (sell ?? order).consideration.filter((item) => item.token === contracts.dollar)
  const offered = buy?.offer.filter((item) => item.token === contracts.dollar).map((item) => item.amount)
  const askedTotal = sell ? sum(asked.map((item) => item.amount)) : 0n
  const paid = offered ? sum(offered) : askedTotal
  const total = paid > askedTotal ? paid : askedTotal
  const fee = sell
    ? total - sum(asked.filter((item) => item.recipient === move.from).map((item) => item.amount))
    : sum(asked.filter((item) => item.recipient !== move.from).map((item) => item.amount))
  return {
    price: share(contracts, order, move.positionId, total),
    fee: share(contracts, order, move.positionId, fee < total ? fee : total),
  }
}

/** An order's amount for one of its positions. */
function share(contracts: FillContracts, order: Filled, positionId: number, amount: bigint): bigint {
  const ids = [...order.offer, ...order.consideration]
    .filter((item) => item.token === contracts.positions)
    .map((item) => Number(item.identifier))
  const part = amount / BigInt(ids.length)
  return ids[0] === positionId ? amount - part * BigInt(ids.length - 1) : part
}
