import Link from 'next/link'
import { AsTable, Figure, Figures, Section, Table, Tag, Td, Th, Time, Tr } from '@/components/ui'
import { formatCount, formatDecimal, formatShare } from '@/lib/core/format'
import type { SqueezePage } from '@/lib/market/squeeze-page'
import { SqueezeFigure } from './squeeze-figure'

/** What is listed of a network against who wants it, now and by day. */
export function NetworkSqueeze({
  slug,
  name,
  squeeze,
  now,
}: {
  slug: string
  name: string
  squeeze: SqueezePage | undefined
  now: Date
}) {
  if (!squeeze) return null
  const { latest, days } = squeeze
  const { supply, listed, bidders, sales, watchers, pressure, since } = latest
  return (
    <Section
      id="squeeze"
      title="Float against demand"
      note={
        since ? (
          <span className="inline-flex items-baseline gap-2">
            <Tag className="border-ink text-ink">supply squeeze</Tag>
            <span>
              since <Time at={since} now={now} />
            </span>
          </span>
        ) : (
          'no squeeze'
        )
      }
      action={
        <Link href="/watching" className="link">
          Be told of one
        </Link>
      }
    >
      <Figures>
        <Figure
          label="Listed float"
          value={formatCount(listed)}
          unit={supply > 0 ? formatShare(listed / supply) : undefined}
          source={`of ${formatCount(supply)} positions, now`}
        />
        <Figure
          label="Bidders"
          value={formatCount(bidders)}
          source="accounts offering the median of the value"
        />
        <Figure
          label="Sales"
          value={formatCount(sales)}
          source="positions in thirty days, wash trades left out"
        />
        <Figure label="Watchers" value={formatCount(watchers)} source="a quarter of a buyer each" />
        <Figure
          label="Demand for each listing"
          value={pressure === null ? 'none listed' : formatDecimal(pressure, 2)}
          source="2 and more is a squeeze"
        />
      </Figures>
      <div className="mt-5 max-w-3xl">
        <SqueezeFigure slug={slug} name={name} squeeze={squeeze} />
      </div>
      <AsTable>
        <Table caption={`Demand for each listing of ${name}, by day`} className="max-w-md">
          <thead>
            <tr>
              <Th>Day</Th>
              <Th numeric>Demand for each listing</Th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, value }) => (
              <Tr key={day}>
                <Td>{day}</Td>
                <Td numeric>{value === null ? '–' : formatDecimal(value, 2)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </AsTable>
      <p id="squeeze-method" className="mt-3 max-w-prose text-sm text-muted">
        Demand is accounts whose offer could be taken now and is no less than the median of the position’s
        value, positions cleanly sold in thirty days, and accounts that watch, a quarter each and never more
        than half of it: watching and offering a cent cost nothing, so they cannot call a squeeze. A squeeze
        is demand for two positions to each one listed, and for three in all.
      </p>
    </Section>
  )
}
