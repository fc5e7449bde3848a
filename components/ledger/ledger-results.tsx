import { Empty, LinkButton, Pager } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { LedgerPage } from '@/lib/market/ledger-entry'
import { type LedgerQuery, ledgerHref } from '@/lib/market/ledger-query'
import { LedgerTable } from './ledger-table'

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
      <LedgerTable caption="Public record, newest first" entries={page.entries} now={page.now} />
      <Pager previous={step('previous')} next={step('next')}>
        {formatCount(page.entries.length)} entries, newest first
      </Pager>
    </>
  )
}
