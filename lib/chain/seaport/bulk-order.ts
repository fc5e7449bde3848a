import {
  concatHex,
  type Hex,
  keccak256,
  numberToHex,
  type TypedDataDefinition,
  zeroAddress,
  zeroHash,
} from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import { InvalidInputError } from '@/lib/core/errors'
import { NO_CONDUIT, seaportDomain } from './constants'
import type { OrderComponents } from './order-components'
import { orderHash } from './order-hash'
import { orderTypes } from './order-typed-data'

/** Most orders one bulk signature covers here; Seaport's own limit is 2^24. */
export const MAX_BULK_ORDERS = 1_024

/** What fills the tree up to a power of two: an order of nobody for nothing. */
const empty: OrderComponents = {
  offerer: zeroAddress,
  zone: zeroAddress,
  offer: [],
  consideration: [],
  orderType: 0,
  startTime: 0n,
  endTime: 0n,
  zoneHash: zeroHash,
  salt: 0n,
  conduitKey: NO_CONDUIT,
  counter: 0n,
}

type Tree = OrderComponents | readonly Tree[]

function heightOf(count: number): number {
  if (count < 1 || count > MAX_BULK_ORDERS)
    throw new InvalidInputError(`One signature covers 1 to ${MAX_BULK_ORDERS} orders.`)
  return Math.max(1, Math.ceil(Math.log2(count)))
}

function pad(orders: readonly OrderComponents[]): OrderComponents[] {
  return Array.from({ length: 2 ** heightOf(orders.length) }, (_, at) => orders[at] ?? empty)
}

/** Halves a level of the tree: neighbours become pairs. */
function pairs<node, pair>(level: readonly node[], join: (left: node, right: node) => pair): pair[] {
  const joined: pair[] = []
  for (let at = 0; at + 1 < level.length; at += 2) joined.push(join(level[at] as node, level[at + 1] as node))
  return joined
}

/**
 * What a wallet signs once for many orders: Seaport's `BulkOrder`, a binary tree of them. For keys only; a contract
 * wallet signs each order.
 *
 * @throws InvalidInputError for no order or more than {@link MAX_BULK_ORDERS}
 * @example
 * const signature = await wallet.signTypedData({ account, ...bulkOrderTypedData(deployment, listings) })
 * const orders = splitBulkSignature(listings, signature)
 */
export function bulkOrderTypedData(
  deployment: Pick<Deployment, 'chainId' | 'seaport'>,
  orders: readonly OrderComponents[],
): TypedDataDefinition {
  let level: readonly Tree[] = pad(orders)
  while (level.length > 2) level = pairs<Tree, Tree>(level, (left, right) => [left, right])
  const type = `OrderComponents${'[2]'.repeat(heightOf(orders.length))}`
  return {
    domain: seaportDomain(deployment.chainId, deployment.seaport),
    types: { BulkOrder: [{ name: 'tree', type }], ...orderTypes },
    primaryType: 'BulkOrder',
    message: { tree: level },
  }
}

/** One signature of many orders → a signature for each: the same one, the order's place in the tree, and its proof. */
export function splitBulkSignature(
  orders: readonly OrderComponents[],
  signature: Hex,
): { components: OrderComponents; signature: Hex }[] {
  const levels: Hex[][] = [pad(orders).map(orderHash)]
  for (let level = levels[0] ?? []; level.length > 2; levels.push(level))
    level = pairs(level, (left, right) => keccak256(concatHex([left, right])))
  return orders.map((components, index) => {
    const proof = levels.map((level, height) => level[(index >> height) ^ 1] as Hex)
    return { components, signature: concatHex([signature, numberToHex(index, { size: 3 }), ...proof]) }
  })
}
