import type { Metadata } from 'next'
import Link from 'next/link'
import { NetworksNav } from '@/components/networks/networks-nav'
import { DisputedTable } from '@/components/sources/disputed-table'
import { SourcesTable } from '@/components/sources/sources-table'
import { Empty, PageTitle, Section } from '@/components/ui'
import { requireDatabase } from '@/lib/server/failure/require-database'
import { readSourcesPage } from '@/lib/server/sources/read-sources-page'

export const metadata: Metadata = {
  title: 'Sources',
  description: 'Where the figures of the networks come from, what was revised, and where sources contradict.',
}

export default async function SourcesPage() {
  await requireDatabase()
  const { sources, disputed } = await readSourcesPage()
  const now = new Date()
  return (
    <>
      <PageTitle title="Sources">
        Where the figures of the{' '}
        <Link href="/networks" className="link">
          networks
        </Link>{' '}
        come from. Where two sources speak of the same figure, the upper one counts; nothing is averaged, and
        nothing that was known is overwritten.
      </PageTitle>
      <NetworksNav current="/networks/sources" />
      <SourcesTable sources={sources} now={now} />
      <p className="max-w-prose pt-2 text-sm text-muted">
        Where a source leaves dollars blank, or repeats its tokens in their place, tokens × price of the month
        stand for them, and every page and file says so; what the source said stays on record.
      </p>
      <p className="max-w-prose pt-2 text-sm text-muted">
        What was known at any moment:{' '}
        <Link href="/docs/api#listObservations" prefetch={false} className="link">
          GET /api/v1/networks/{'{slug}'}/observations?asOf=…
        </Link>
      </p>
      <p className="max-w-prose pt-2 pb-8 text-sm text-muted">
        Whoever runs this Hotswap adds a file, an endpoint or a contract with{' '}
        <code className="figures">npm run -s sources -- add FILE.json</code>; docs/sources.md has an example
        of each.
      </p>
      <Section title="Revised or contradicted" note="contradicted: by more than 0.5 %" className="mb-10">
        {disputed.length > 0 ? (
          <DisputedTable disputed={disputed} now={now} />
        ) : (
          <Empty title="No source has changed its word, and none contradicts another.">
            When one does, the figure stands here with what was said before, by whom, and since when.
          </Empty>
        )}
      </Section>
    </>
  )
}
