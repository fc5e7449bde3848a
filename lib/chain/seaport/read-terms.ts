import { type Address, isAddressEqual, zeroAddress } from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import { feeOn } from '@/lib/market/fees'
import { InvalidOrderError } from '@/lib/market/order-errors'
import { checkPrice, checkWindow } from '@/lib/market/order-rules'
import type { OrderKind, OrderTerms } from '@/lib/market/order-terms'
import { itemType, NO_CONDUIT, orderType } from './constants'
import type { ConsiderationItem, OfferItem, OrderComponents } from './order-components'
import { orderHash } from './order-hash'

type Market = Pick<Deployment, 'positions' | 'dollar' | 'zone' | 'fee'>

/**
 * Reads what an order says, and refuses all that is not a listing or item offer as this market trades them: one
 * position, the dollar token, our fee exactly, whole, at a fixed price, within its window. Whether the chain still
 * stands behind the order is judged elsewhere.
 *
 * @param now Unix seconds at the head
 * @throws InvalidOrderError with `details.reason`: side, items, item_type, token, position, amount, price_moves,
 * recipient, fee, conduit, zone, order_type, price_too_low, price_too_high, window_empty, expired, window_too_long
 */
export function readTerms(components: OrderComponents, market: Market, now: number): OrderTerms {
  const { offer, consideration, offerer } = components
  if (isAddressEqual(offerer, zeroAddress)) throw refusal('side', 'The order has no offerer.')
  const [given] = offer
  const [wanted, ...others] = consideration
  if (!given || !wanted || offer.length > 1)
    throw refusal('items', 'An order offers one thing: one position, or dollars for one position.')

  const kind = kindOf(given, wanted)
  const position = kind === 'listing' ? given : wanted
  const money = kind === 'listing' ? wanted : given
  checkPosition(position, market)
  checkDollars(money, market)
  if (!isAddressEqual(wanted.recipient, offerer))
    throw refusal('recipient', 'What the order asks for goes to its offerer.')

  const paidFee = readFee(others, market)
  const price = kind === 'listing' ? money.startAmount + paidFee : money.startAmount
  checkPrice(price)
  const { fee, net } = feeOn(price, market.fee.basisPoints)
  if (fee !== paidFee)
    throw refusal('fee', 'The fee is not the one this market charges.', {
      expected: fee.toString(),
      given: paidFee.toString(),
    })
  checkWindow(components, now)
  if (components.conduitKey !== NO_CONDUIT)
    throw refusal('conduit', 'Approvals go to Seaport itself here: the conduit key must be zero.')

  return {
    hash: orderHash(components),
    kind,
    offerer: lower(offerer),
    positionId: Number(position.identifierOrCriteria),
    price,
    fee,
    net,
    startTime: Number(components.startTime),
    endTime: Number(components.endTime),
    counter: components.counter,
    zone: lower(components.zone),
    zoneHash: lower(components.zoneHash),
    bound: isBound(components, market),
  }
}

function kindOf(given: OfferItem, wanted: OfferItem): OrderKind {
  const pair = `${given.itemType}:${wanted.itemType}`
  if (pair === `${itemType.erc721}:${itemType.erc20}`) return 'listing'
  if (pair === `${itemType.erc20}:${itemType.erc721}`) return 'item_offer'
  throw refusal('item_type', 'An order trades a position (ERC-721) for dollars (ERC-20), or dollars for one.')
}

function checkPosition(item: OfferItem, market: Market): void {
  if (!isAddressEqual(item.token, market.positions))
    throw refusal('token', 'The token sold is not a position of this market.')
  if (item.startAmount !== 1n || item.endAmount !== 1n)
    throw refusal('amount', 'A position is traded whole: its amount is one.')
  if (item.identifierOrCriteria < 1n || item.identifierOrCriteria > BigInt(Number.MAX_SAFE_INTEGER))
    throw refusal('position', 'There is no position with this number.')
}

function checkDollars(item: OfferItem, market: Market): void {
  if (!isAddressEqual(item.token, market.dollar))
    throw refusal('token', 'The order is not in the dollars this market settles in.', {
      expected: market.dollar,
    })
  if (item.identifierOrCriteria !== 0n) throw refusal('token', 'Dollars have no identifier.')
  if (item.startAmount !== item.endAmount)
    throw refusal('price_moves', 'The price must be the same from start to end.')
}

function readFee(items: readonly ConsiderationItem[], market: Market): bigint {
  const [item] = items
  if (!item) return 0n
  if (items.length > 1) throw refusal('items', 'The order pays others than the seller and the market.')
  if (item.itemType !== itemType.erc20) throw refusal('item_type', 'The fee is paid in dollars.')
  checkDollars(item, market)
  if (!isAddressEqual(item.recipient, market.fee.recipient))
    throw refusal('fee', 'The fee does not go to this market.', { expected: market.fee.recipient })
  if (item.startAmount === 0n) throw refusal('fee', 'A fee of nothing has no item.')
  return item.startAmount
}

/** Bound: our zone judges every fill. Unbound: open to all, with no zone that could refuse or cancel. */
function isBound({ zone, orderType: type }: OrderComponents, market: Market): boolean {
  const isOurs = isAddressEqual(zone, market.zone)
  if (type === orderType.fullRestricted) {
    if (isOurs) return true
    throw refusal('zone', 'The order is at the mercy of a zone that is not this market’s.', {
      expected: market.zone,
    })
  }
  if (type !== orderType.fullOpen)
    throw refusal(
      'order_type',
      'Orders here are filled whole, by anyone (type 0) or under our zone (type 2).',
    )
  if (!isOurs && !isAddressEqual(zone, zeroAddress))
    throw refusal('zone', 'An order outside our zone names no other zone.')
  return false
}

function lower<hex extends Address>(hex: hex): hex {
  return hex.toLowerCase() as hex
}

function refusal(reason: string, message: string, details: Record<string, unknown> = {}): InvalidOrderError {
  return new InvalidOrderError(reason, message, details)
}
