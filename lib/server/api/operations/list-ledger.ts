import { z } from 'zod'
import { ledgerPage } from '@/db/queries/ledger'
import { parseCursor } from '@/lib/core/cursor'
import { isTimestamp } from '@/lib/core/timestamp'
import { type EntryGroup, entryGroups } from '@/lib/market/ledger-query'
import { decodeCursor, encodeCursor, type Place } from '../cursor'
import { accountParam, momentParam, positionParam, slugParam } from '../input'
import { isHash } from '../place-shapes'
import { readOperation } from '../read-operation'
import { pageOf, pageQuery } from '../schemas/page'
import { ledgerEntry } from '../schemas/record'
import { toLedgerEntry } from '../views/ledger-entry'

/* a cursor's id is the place of a log, or an order's hash */
const shape = {
  isKey: isTimestamp,
  isId: (text: string) => /^\d{15}\.\d{8}$/.test(text) || isHash(text),
}

export const listLedger = readOperation(
  {
    id: 'listLedger',
    path: '/api/v1/ledger',
    tag: 'Record',
    summary: 'The public record, newest first: what the chain’s events say, and the orders posted here.',
  },
  {
    query: z.strictObject({
      kind: z
        .enum(Object.keys(entryGroups) as [EntryGroup, ...EntryGroup[]])
        .optional()
        .describe('Kinds of entries, several at a time.'),
      network: slugParam.optional().describe('Slug of the network the position works for now.'),
      position: positionParam.optional().describe('Number of the position.'),
      account: accountParam.optional().describe('Address on either side.'),
      since: momentParam.optional().describe('Entries from this moment on.'),
      until: momentParam.optional().describe('Entries before this moment.'),
      ...pageQuery,
    }),
    answer: pageOf(ledgerEntry, 'LedgerPage'),
  },
  async ({ db }, { query: { limit, cursor, kind, ...filters } }) => {
    const list = ['ledger', kind, filters]
    const after = decodeCursor(list, shape, cursor)
    const { rows, neighbours } = await ledgerPage(
      db,
      {
        network: undefined,
        position: undefined,
        account: undefined,
        ...filters,
        group: kind,
        cursor: after && { ...after, side: 'after' },
      },
      limit,
    )
    const next = placeOf(neighbours.next)
    return { data: rows.map(toLedgerEntry), next: next ? encodeCursor(list, next) : null }
  },
)

function placeOf(text: string | undefined): Place | undefined {
  return parseCursor({ after: text }, { key: /./, id: /./ })
}
