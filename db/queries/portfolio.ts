import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import {
  ledger,
  metadataDocuments,
  networks,
  orderStates,
  orders,
  positions,
  sales,
  valuations,
} from '@/db/schema'
import type { Move } from '@/lib/market/cost-basis'
import type { Queryable } from '../client'
import { isFillableAt } from './orders'

type Hex = `0x${string}`

/**
 * Every position that came to an account or left it, in the chain's order: registrations and transfers of the record,
 * each transfer with the sale it was part of.
 */
export async function movesOf(db: Queryable, account: Hex): Promise<Move[]> {
  const sale = db
    .select({ price: sales.price, fee: sales.fee })
    .from(sales)
    .where(
      and(
        eq(ledger.kind, 'transferred'),
        eq(sales.blockNumber, ledger.blockNumber),
        eq(sales.transactionHash, ledger.transactionHash),
        eq(sales.positionId, ledger.positionId),
        eq(sales.seller, ledger.account),
        eq(sales.buyer, ledger.counterparty),
      ),
    )
    .limit(1)
    .as('sale')
  const rows = await db
    .select({
      kind: ledger.kind,
      positionId: ledger.positionId,
      at: ledger.time,
      transaction: ledger.transactionHash,
      from: ledger.account,
      to: ledger.counterparty,
      price: sale.price,
      fee: sale.fee,
    })
    .from(ledger)
    .leftJoinLateral(sale, sql`true`)
    .where(
      and(
        isNotNull(ledger.positionId),
        or(
          and(eq(ledger.kind, 'registered'), eq(ledger.account, account)),
          and(
            eq(ledger.kind, 'transferred'),
            or(eq(ledger.account, account), eq(ledger.counterparty, account)),
          ),
        ),
      ),
    )
    .orderBy(asc(ledger.blockNumber), asc(ledger.logIndex))
  return rows.flatMap((row) => moveOf(row, account) ?? [])
}

type Row = {
  kind: string
  positionId: number | null
  at: Date
  transaction: Hex
  from: Hex | null
  to: Hex | null
  price: bigint | null
  fee: bigint | null
}

/** A transfer to oneself moves nothing. */
function moveOf(
  { kind, positionId, at, transaction, from, to, price, fee }: Row,
  account: Hex,
): Move | undefined {
  if (positionId === null) return undefined
  const base = { positionId, at, transaction }
  if (kind === 'registered') return { ...base, kind: 'minted' }
  if (from === null || to === null || from === to) return undefined
  if (from === account)
    return price === null || fee === null
      ? { ...base, kind: 'sent', to }
      : { ...base, kind: 'sold', to, price, fee }
  return price === null ? { ...base, kind: 'received', from } : { ...base, kind: 'bought', from, price }
}

/** What a position is called and worth now, and what it can be had for. */
export type HeldFacts = {
  id: number
  owner: Hex
  name: string
  network: { slug: string; name: string }
  isDemonstration: boolean
  /** cents; undefined where it was never valued */
  value: { value: bigint; p5: bigint; p50: bigint; p95: bigint } | undefined
  /** the cheapest listing that can be filled at `now` */
  listing: { price: bigint; endTime: Date } | undefined
}

/** By position id; a position the chain no longer knows is not in the map. */
export async function heldFacts(
  db: Queryable,
  positionIds: readonly number[],
  now: Date,
): Promise<Map<number, HeldFacts>> {
  if (positionIds.length === 0) return new Map()
  const ids = [...new Set(positionIds)]
  const valuation = db
    .selectDistinctOn([valuations.positionId, valuations.deviceId], {
      positionId: valuations.positionId,
      deviceId: valuations.deviceId,
      value: valuations.value,
      p5: valuations.p5,
      p50: valuations.p50,
      p95: valuations.p95,
    })
    .from(valuations)
    .where(inArray(valuations.positionId, ids))
    .orderBy(valuations.positionId, valuations.deviceId, desc(valuations.createdAt), desc(valuations.id))
    .as('valuation')
  const listing = db
    .selectDistinctOn([orders.positionId], {
      positionId: orders.positionId,
      price: orders.price,
      endTime: orders.endTime,
    })
    .from(orders)
    .innerJoin(orderStates, eq(orderStates.orderHash, orders.hash))
    .where(and(eq(orders.kind, 'listing'), isFillableAt(now), inArray(orders.positionId, ids)))
    .orderBy(orders.positionId, asc(orders.price))
    .as('listing')
  const rows = await db
    .select({
      id: positions.id,
      owner: positions.owner,
      name: sql<string | null>`${metadataDocuments.document} ->> 'name'`,
      isDemonstration: sql<boolean>`coalesce(${metadataDocuments.document} -> 'demonstration' = 'true'::jsonb, false)`,
      slug: positions.network,
      networkName: networks.name,
      value: { value: valuation.value, p5: valuation.p5, p50: valuation.p50, p95: valuation.p95 },
      listing: { price: listing.price, endTime: listing.endTime },
    })
    .from(positions)
    .leftJoin(networks, eq(networks.slug, positions.network))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .leftJoin(
      valuation,
      and(eq(valuation.positionId, positions.id), eq(valuation.deviceId, positions.deviceId)),
    )
    .leftJoin(listing, eq(listing.positionId, positions.id))
    .where(inArray(positions.id, ids))
  return new Map(
    rows.map(({ slug, networkName, name, value, listing, ...row }) => [
      row.id,
      {
        ...row,
        name: name?.trim() || `Position ${row.id}`,
        network: { slug, name: networkName ?? slug },
        value: value?.value == null ? undefined : value,
        listing: listing?.price == null ? undefined : listing,
      },
    ]),
  )
}
