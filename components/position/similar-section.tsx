import { MarketTable } from '@/components/market/market-table'
import { LinkButton, Section } from '@/components/ui'
import type { PositionPage } from '@/lib/market/position-page'

/** Positions like this one, and the rule by which they are. */
export function SimilarSection({
  page: { facts, similar, now },
}: {
  page: Pick<PositionPage, 'facts' | 'similar' | 'now'>
}) {
  if (similar.rows.length === 0) return null
  const family = similar.among === 'network' ? facts.network.name : `the ${facts.network.category} networks`
  return (
    <Section
      title="Similar positions"
      note={`of ${family}, nearest in value and monthly reward; for sale or not`}
      action={
        <LinkButton size="sm" href={`/market?network=${facts.network.slug}`}>
          All of {facts.network.name}
        </LinkButton>
      }
    >
      <MarketTable caption="Similar positions" rows={similar.rows} now={now} />
    </Section>
  )
}
