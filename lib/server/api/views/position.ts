import type { z } from 'zod'
import type { ApiPosition } from '@/db/queries/api/positions'
import type { OrderRow } from '@/db/queries/orders'
import type { StoredValuation } from '@/db/queries/valuations'
import { keyTypes } from '@/lib/chain/ids'
import { formatUnitsExact } from '@/lib/core/money'
import { type Quote, type Spread, spreadOf } from '@/lib/market/order-book'
import { TAINTED } from '@/lib/market/signed-state'
import { toDollars, toTokenAmount } from '../schemas/money'
import type { position } from '../schemas/position'

type PositionView = z.input<typeof position>

/** A position as the API tells it. @param now head time, by which a user's term is judged */
export function toPosition(
  { position: row, document }: ApiPosition,
  listing: OrderRow | undefined,
  bid: Quote | undefined,
  valuation: StoredValuation | undefined,
  now: Date,
): PositionView {
  return {
    id: row.id,
    name: textOf(document, 'name'),
    owner: row.owner,
    network: row.network,
    model: row.model,
    deviceId: row.deviceId,
    keyType: keyTypes.find((known) => known === row.keyType) ?? 'p256',
    cell: row.cell,
    placeCommitment: row.placeCommitment,
    metadataHash: row.metadataHash,
    stateHash: row.stateHash,
    ownershipNonce: row.ownershipNonce,
    user: row.user && {
      address: row.user,
      expires: row.userExpires.toString(),
      isRunning: row.userExpires * 1000n >= BigInt(now.getTime()),
    },
    isTainted: (row.flags & TAINTED) !== 0,
    isDemonstration: document?.demonstration === true,
    attester: row.attester,
    registered: {
      time: row.registeredAt.toISOString(),
      block: row.registeredBlock,
      transaction: row.registeredTransaction,
    },
    listing: toQuote(listing),
    offer: toQuote(bid),
    spread: toSpread(listing && bid && spreadOf(listing.price, bid.price)),
    value: valuation ? toValue(valuation) : null,
  }
}

function toSpread(spread: Spread | undefined): PositionView['spread'] {
  return spread
    ? { amount: formatUnitsExact(spread.amount, 6), unit: 'dollar-token', share: spread.share }
    : null
}

/** An order as a position's price. */
function toQuote(
  order: Pick<OrderRow, 'hash' | 'price' | 'endTime' | 'bound'> | undefined,
): PositionView['listing'] {
  if (!order) return null
  const { hash, price, endTime, bound } = order
  return { order: hash, price: toTokenAmount(price), endTime: endTime.toISOString(), bound }
}

export function toValue(valuation: StoredValuation): NonNullable<PositionView['value']> {
  const { id, value, p5, p50, p95, model, inputsHash, createdAt, staleSince } = valuation
  return {
    id,
    mean: toDollars(value),
    p5: toDollars(p5),
    p50: toDollars(p50),
    p95: toDollars(p95),
    model,
    inputsHash,
    computedAt: createdAt.toISOString(),
    staleSince: staleSince?.toISOString() ?? null,
  }
}

/** A field of a metadata document, which anyone may have written. */
export function textOf(document: Record<string, unknown> | null, field: string): string | null {
  const value = document?.[field]
  return typeof value === 'string' ? value : null
}
