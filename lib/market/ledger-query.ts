import { z } from 'zod'
import { type Cursor, parseCursor } from '@/lib/core/cursor'
import { isTimestamp } from '@/lib/core/timestamp'

/** What happened, as the ledger's table tells it; listings and offers are signed off chain and have no transaction. */
export const entryKinds = [
  'registered',
  'reassigned',
  'user_set',
  'flags_set',
  'transferred',
  'approved_all',
  'order_filled',
  'order_cancelled',
  'order_validated',
  'counter_moved',
  'reward_claimed',
  'listed',
  'offered',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** Kinds a reader asks for together. */
export const entryGroups = {
  registrations: ['registered'],
  transfers: ['transferred'],
  orders: ['listed', 'offered', 'order_validated'],
  sales: ['order_filled'],
  /** sales left out of reference prices */
  marked: ['order_filled'],
  cancellations: ['order_cancelled', 'counter_moved'],
  reassignments: ['reassigned'],
  rewards: ['reward_claimed'],
  rights: ['user_set', 'flags_set', 'approved_all'],
} as const satisfies Record<string, readonly EntryKind[]>
export type EntryGroup = keyof typeof entryGroups

/** Entries one CSV file of the record holds at most; a longer one is had by days. */
export const MOST_CSV_ENTRIES = 50_000

export type LedgerQuery = {
  group: EntryGroup | undefined
  network: string | undefined
  /** entries of one position */
  position: number | undefined
  /** entries in which an account is either side */
  account: string | undefined
  /** first and last UTC day, both included, as 2026-01-31 */
  from?: string | undefined
  to?: string | undefined
  cursor: Cursor | undefined
}

const params = z.object({
  kind: z
    .enum(Object.keys(entryGroups) as EntryGroup[])
    .optional()
    .catch(undefined),
  network: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,30}$/)
    .optional()
    .catch(undefined),
  of: z.string().trim().max(66).catch(''),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  after: z.string().max(120).optional().catch(undefined),
  before: z.string().max(120).optional().catch(undefined),
})

/* a key is a time to the microsecond, an id the place of a log or an order's hash */
const cursorShape = { key: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/, id: /^[0-9a-fx.]{3,80}$/ }

/**
 * Reads a view of the ledger out of the search parameters of its URL. `of` names a position (#12) or an account; words
 * that are neither are told in `problem` and left out. Nothing in a URL can make it fail.
 */
export function parseLedgerQuery(input: unknown): {
  query: LedgerQuery
  of: string
  problem: string | undefined
} {
  const { kind, network, of, from, to, after, before } = params.parse(input)
  const position = /^#?(\d{1,15})$/.exec(of)?.[1]
  const cursor = parseCursor({ after, before }, cursorShape)
  const account = /^0x[0-9a-fA-F]{40}$/.test(of) ? of.toLowerCase() : undefined
  return {
    query: {
      group: kind,
      network,
      position: position === undefined ? undefined : Number(position),
      account,
      from,
      to,
      // a day that no calendar has is no place in the ledger
      cursor: cursor && isTimestamp(cursor.key) ? cursor : undefined,
    },
    of,
    problem:
      of !== '' && position === undefined && account === undefined
        ? 'Give a position’s number (#12) or an address (0x…).'
        : undefined,
  }
}

/** The address of a view of the ledger; the same view as a file under /ledger/ledger.csv. */
export function ledgerHref(query: Partial<LedgerQuery>, path = '/ledger'): string {
  const search = new URLSearchParams()
  if (query.group) search.set('kind', query.group)
  if (query.network) search.set('network', query.network)
  if (query.position !== undefined) search.set('of', `#${query.position}`)
  else if (query.account) search.set('of', query.account)
  if (query.from) search.set('from', query.from)
  if (query.to) search.set('to', query.to)
  if (query.cursor) search.set(query.cursor.side, `${query.cursor.key}~${query.cursor.id}`)
  const rest = search.toString()
  return rest ? `${path}?${rest}` : path
}
