import Link from 'next/link'
import { Empty, LinkButton, Pager } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { LedgerPage } from '@/lib/market/ledger-entry'
import { entryGroups, type LedgerQuery, ledgerHref, MOST_CSV_ENTRIES } from '@/lib/market/ledger-query'
import { LedgerTable } from './ledger-table'
import { NewEntries } from './new-entries'

/** One page of the public record, and the way to older and newer ones. */
export function LedgerResults({ query, page }: { query: LedgerQuery; page: LedgerPage }) {
  if (page.entries.length === 0)
    return (
      <Empty
        title="Nothing is on record"
        action={
          <LinkButton href={ledgerHref({})}>
            {query.cursor ? 'To the newest entry' : 'Clear the filters'}
          </LinkButton>
        }
      >
        No event of the chain meets these filters.
      </Empty>
    )
  const step = (side: 'previous' | 'next') => {
    const [key, id] = page.neighbours[side]?.split('~') ?? []
    if (!key || !id) return undefined
    return ledgerHref({ ...query, cursor: { key, id, side: side === 'next' ? 'after' : 'before' } })
  }
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 pb-1 text-sm">
        {query.cursor ? (
          <Link prefetch={false} href={ledgerHref({ ...query, cursor: undefined })} className="link">
            To the newest entry
          </Link>
        ) : (
          <NewEntries kinds={query.group && entryGroups[query.group]} position={query.position} />
        )}
        <a
          href={ledgerHref({ ...query, cursor: undefined }, '/ledger/ledger.csv')}
          download
          className="link"
          title="All entries that meet the filters, newest first"
        >
          CSV, at most {formatCount(MOST_CSV_ENTRIES)} entries
        </a>
      </div>
      <LedgerTable caption="Public record, newest first" entries={page.entries} now={page.now} />
      <Pager previous={step('previous')} next={step('next')}>
        {formatCount(page.entries.length)} entries, newest first
      </Pager>
    </>
  )
}
