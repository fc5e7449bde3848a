import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { ledger, metadataDocuments, orders, positions, saleMarks } from '@/db/schema'
import { type CursorPage, toCursorPage } from '@/lib/core/cursor'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import { type EntryKind, entryGroups, type LedgerQuery } from '@/lib/market/ledger-query'
import type { Queryable } from '../client'
import { keysetOf } from './keyset'
import { marksOfSales, saleKey } from './references'

export const LEDGER_PAGE_SIZE = 50

/** One page of the public record, newest first: what the chain's events say, and the orders posted here. */
export async function ledgerPage(
  db: Queryable,
  query: LedgerQuery & { since?: Date | undefined; until?: Date | undefined },
  size = LEDGER_PAGE_SIZE,
): Promise<CursorPage<LedgerEntry>> {
  const entries = unionAll(chainEntries(db), orderEntries(db)).as('entries')
  const { where, orderBy } = keysetOf(
    {
      key: sql`${entries.time}`,
      keyType: 'timestamptz',
      id: sql`${entries.place} collate "C"`,
      idType: 'text',
      direction: 'desc',
    },
    query.cursor,
  )
  const kinds: readonly EntryKind[] | undefined = query.group && entryGroups[query.group]
  const account = query.account as `0x${string}` | undefined
  const rows = await db
    .select({
      entry: {
        time: entries.time,
        place: entries.place,
        kind: entries.kind,
        blockNumber: entries.blockNumber,
        logIndex: entries.logIndex,
        transactionHash: entries.transactionHash,
        positionId: entries.positionId,
        account: entries.account,
        counterparty: entries.counterparty,
        orderHash: entries.orderHash,
        price: entries.price,
        data: entries.data,
      },
      key: sql<string>`to_char(${entries.time} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'`,
      network: positions.network,
      document: metadataDocuments.document,
    })
    .from(entries)
    .leftJoin(positions, eq(positions.id, entries.positionId))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(
      and(
        where,
        kinds && inArray(entries.kind, [...kinds]),
        query.group === 'marked'
          ? sql`(entries.block_number, entries.log_index) in
              (select ${saleMarks.blockNumber}, ${saleMarks.logIndex} from ${saleMarks})`
          : undefined,
        query.network === undefined ? undefined : eq(positions.network, query.network),
        query.position === undefined ? undefined : eq(entries.positionId, query.position),
        account && or(eq(entries.account, account), eq(entries.counterparty, account)),
        query.since && sql`${entries.time} >= ${query.since.toISOString()}::timestamptz`,
        query.until && sql`${entries.time} < ${query.until.toISOString()}::timestamptz`,
        query.from === undefined ? undefined : sql`${entries.time} >= ${query.from}::date at time zone 'UTC'`,
        query.to === undefined
          ? undefined
          : sql`${entries.time} < (${query.to}::date + 1) at time zone 'UTC'`,
      ),
    )
    .orderBy(...orderBy)
    .limit(size + 1)
  const page = toCursorPage(rows, size, query.cursor, (row) => ({ key: row.key, id: row.entry.place }))
  return { rows: await withMarks(db, page.rows.map(toEntry)), neighbours: page.neighbours }
}

/** Every line of one transaction, in the order of its logs; none where the record has nothing of it. */
export async function transactionEntries(db: Queryable, hash: string): Promise<LedgerEntry[]> {
  const rows = await db
    .select({ entry: ledger, network: positions.network, document: metadataDocuments.document })
    .from(ledger)
    .leftJoin(positions, eq(positions.id, ledger.positionId))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(eq(ledger.transactionHash, hash as `0x${string}`))
    .orderBy(ledger.logIndex)
  return withMarks(
    db,
    rows.map(({ entry, ...rest }) =>
      toEntry({ entry: { ...entry, kind: entry.kind as EntryKind }, ...rest }),
    ),
  )
}

/** Entries with the marks of those that are sales. */
async function withMarks(db: Queryable, entries: LedgerEntry[]): Promise<LedgerEntry[]> {
  const sold = entries.filter(({ kind, onChain }) => kind === 'order_filled' && onChain)
  const marks = await marksOfSales(
    db,
    sold.flatMap(({ onChain }) => onChain?.block ?? []),
  )
  if (marks.size === 0) return entries
  return entries.map((entry) => {
    const { onChain, position } = entry
    if (entry.kind !== 'order_filled' || !onChain || !position) return entry
    return { ...entry, marks: marks.get(saleKey({ ...onChain, position: position.id })) ?? [] }
  })
}

function chainEntries(db: Queryable) {
  return db
    .select({
      time: ledger.time,
      place:
        sql<string>`lpad(${ledger.blockNumber}::text, 15, '0') || '.' || lpad(${ledger.logIndex}::text, 8, '0')`.as(
          'place',
        ),
      kind: sql<EntryKind>`${ledger.kind}`.as('kind'),
      blockNumber: sql<number | null>`${ledger.blockNumber}`.mapWith(Number).as('block_number'),
      logIndex: sql<number | null>`${ledger.logIndex}`.as('log_index'),
      transactionHash: sql<string | null>`${ledger.transactionHash}`.as('transaction_hash'),
      positionId: ledger.positionId,
      account: ledger.account,
      counterparty: ledger.counterparty,
      orderHash: ledger.orderHash,
      price: ledger.price,
      data: ledger.data,
    })
    .from(ledger)
}

/** Orders as they were posted: signed off chain, so without a block; they stand at the time of their arrival. */
function orderEntries(db: Queryable) {
  return db
    .select({
      time: orders.createdAt,
      place: sql<string>`${orders.hash}`.as('place'),
      kind: sql<EntryKind>`case ${orders.kind} when 'listing' then 'listed' else 'offered' end`.as('kind'),
      blockNumber: sql<number | null>`null::bigint`.mapWith(Number).as('block_number'),
      logIndex: sql<number | null>`null::integer`.as('log_index'),
      transactionHash: sql<string | null>`null::text`.as('transaction_hash'),
      positionId: sql<number | null>`${orders.positionId}`.mapWith(Number).as('position_id'),
      account: sql<`0x${string}` | null>`${orders.offerer}`.as('account'),
      counterparty: sql<`0x${string}` | null>`null::text`.as('counterparty'),
      orderHash: sql<`0x${string}` | null>`${orders.hash}`.as('order_hash'),
      price: sql<bigint | null>`${orders.price}`.mapWith(BigInt).as('price'),
      data: sql<Record<string, unknown>>`jsonb_build_object('endTime', ${orders.endTime})`.as('data'),
    })
    .from(orders)
}

type Read = {
  entry: {
    time: Date
    kind: EntryKind
    blockNumber: number | null
    logIndex: number | null
    transactionHash: string | null
    positionId: number | null
    account: string | null
    counterparty: string | null
    orderHash: string | null
    price: bigint | null
    data: Record<string, unknown>
  }
  network: string | null
  document: Record<string, unknown> | null
}

function toEntry({ entry, network, document }: Read): LedgerEntry {
  const { transactionHash, blockNumber, logIndex } = entry
  return {
    kind: entry.kind,
    time: entry.time,
    onChain:
      transactionHash === null || blockNumber === null || logIndex === null
        ? undefined
        : { block: blockNumber, logIndex, transaction: transactionHash },
    position:
      entry.positionId === null
        ? undefined
        : {
            id: entry.positionId,
            name: typeof document?.name === 'string' ? document.name : undefined,
            network: network ?? undefined,
            isDemonstration: document?.demonstration === true,
          },
    account: entry.account ?? undefined,
    counterparty: entry.counterparty ?? undefined,
    orderHash: entry.orderHash ?? undefined,
    price: entry.price ?? undefined,
    data: entry.data,
    marks: [],
  }
}
