import Link from 'next/link'
import { Empty, LinkButton, PageTitle, Section } from '@/components/ui'
import { type Comparison, comparisonHref, MOST_COMPARED } from '@/lib/market/statistics/comparison'
import { measureOf } from '@/lib/market/statistics/measures'
import { CompareForm } from './compare-form'
import { CompareTable } from './compare-table'
import { type ChartedNetwork, MeasureChart } from './measure-chart'
import { NetworksNav } from './networks-nav'

export type ComparableNetwork = { slug: string; name: string }

/** Up to six networks side by side: one measure over time, and every newest figure. */
export function CompareView({
  comparison,
  networks,
  choices,
  isSuggested,
}: {
  comparison: Comparison
  /** those compared, in their order */
  networks: readonly ChartedNetwork[]
  /** all there are */
  choices: readonly ComparableNetwork[]
  /** nobody chose these: they are the ones most is known of */
  isSuggested: boolean
}) {
  const { name, method } = measureOf(comparison.measure)
  const drawn = networks.filter(({ points }) => points.length > 0)
  const undrawn = networks.filter(({ points }) => points.length === 0)
  return (
    <>
      <PageTitle title="Compare">
        Up to {MOST_COMPARED} networks side by side, from the figures they publish and from this market.
      </PageTitle>
      <NetworksNav current="/networks/compare" />
      <Chooser comparison={comparison} choices={choices} isSuggested={isSuggested} />
      {networks.length === 0 ? (
        <Empty
          title="No network is chosen"
          action={<LinkButton href="/networks/compare">Compare those that most is known of</LinkButton>}
        >
          Press the names of those to compare.
        </Empty>
      ) : (
        <div className="space-y-8 pb-10">
          <Section title={name} note={method}>
            <CompareForm comparison={comparison} />
            {drawn.length > 0 ? (
              <div className="mt-4">
                <MeasureChart comparison={comparison} networks={drawn} height="h-64 sm:h-80" />
              </div>
            ) : (
              <Empty title="No history of this measure">
                None of these networks has it. Choose another measure, or other networks.
              </Empty>
            )}
            {drawn.length > 0 && undrawn.length > 0 && (
              <p className="mt-3 text-sm text-muted">
                Without this figure: {undrawn.map((network) => network.name).join(', ')}.
              </p>
            )}
          </Section>
          <Section title="Newest figures" note="each with what it is of; a dash is not known">
            <CompareTable comparison={comparison} networks={networks} />
          </Section>
        </div>
      )}
    </>
  )
}

/** Every network as a link that puts it into the comparison, or takes it out: the address is the choice. */
function Chooser({
  comparison,
  choices,
  isSuggested,
}: {
  comparison: Comparison
  choices: readonly ComparableNetwork[]
  isSuggested: boolean
}) {
  const { networks } = comparison
  const isFull = networks.length >= MOST_COMPARED
  return (
    <nav aria-label="Networks to compare" className="mb-6" data-print="hide">
      <ul className="flex flex-wrap gap-1.5">
        {choices.map(({ slug, name }) => {
          const isChosen = networks.includes(slug)
          const others = isChosen ? networks.filter((one) => one !== slug) : [...networks, slug]
          return (
            <li key={slug}>
              {isFull && !isChosen ? (
                <span className="inline-flex min-h-8 items-center rounded border border-rule px-2.5 text-sm text-muted">
                  {name}
                </span>
              ) : (
                <Link
                  prefetch={false}
                  scroll={false}
                  href={comparisonHref({ ...comparison, networks: others })}
                  aria-current={isChosen ? 'true' : undefined}
                  className={
                    isChosen
                      ? 'inline-flex min-h-8 items-center gap-1.5 rounded border border-ink bg-ink px-2.5 text-sm text-paper'
                      : 'inline-flex min-h-8 items-center gap-1.5 rounded border border-control bg-raised px-2.5 text-sm hover:border-ink'
                  }
                >
                  {name}
                  {isChosen && (
                    <>
                      <span aria-hidden>×</span>
                      <span className="sr-only">, take out</span>
                    </>
                  )}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      {networks.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-muted">
          {isSuggested &&
            'These are the networks that most is known of; press a name to put it in or take it out.'}
          {isFull && `More than ${MOST_COMPARED} lines cannot be told apart: take one out to put another in.`}
          <Link
            prefetch={false}
            scroll={false}
            href={comparisonHref({ ...comparison, networks: [] })}
            className="link"
          >
            Take all out
          </Link>
        </p>
      )}
    </nav>
  )
}
