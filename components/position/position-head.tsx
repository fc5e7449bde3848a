import Link from 'next/link'
import { Demonstration, PageTitle, Tag } from '@/components/ui'
import { WatchButton } from '@/components/watch/watch-button'
import type { PositionFacts } from '@/lib/market/position-page'

/** Name, number and what it is, with whatever a buyer must not overlook. */
export function PositionHead({ facts }: { facts: PositionFacts }) {
  const name = facts.document?.name ?? `Position ${facts.id}`
  return (
    <PageTitle
      action={<WatchButton positionId={facts.id} name={name} />}
      above={
        <>
          <Link prefetch={false} href="/market" className="link">
            Market
          </Link>
          {' / '}
          <Link prefetch={false} href={`/networks/${facts.network.slug}`} className="link">
            {facts.network.name}
          </Link>
        </>
      }
      title={
        <>
          {name} <span className="figures font-normal text-muted">#{facts.id}</span>
        </>
      }
    >
      <span className="flex flex-wrap items-center gap-2">
        {facts.isDemonstration && <Demonstration />}
        {facts.network.category && <Tag>{facts.network.category}</Tag>}
        <span>
          {facts.document?.hardware ?? facts.model.name}
          {facts.document?.operator && `, run by ${facts.document.operator}`}
        </span>
      </span>
    </PageTitle>
  )
}
