import Link from 'next/link'
import { Section } from '@/components/ui'
import { measureIds, measureOf } from '@/lib/market/statistics/measures'

/** How each public statistic is made, where its link leads. */
export function StatisticsMethods() {
  return (
    <Section
      id="statistics"
      title="Public statistics"
      note="kept by the worker: of publications when they change, of the market every minute"
      action={
        <Link prefetch={false} href="/networks/compare" className="link">
          Compare networks
        </Link>
      }
    >
      <p className="max-w-prose">
        Each is made from figures that can be taken along: the CSV and JSON of a chart carry, beside every
        month, the rewards, nodes, tokens and price it was made from.
      </p>
      <dl className="mt-3 grid gap-2">
        {measureIds.map((id) => {
          const { name, unit, method } = measureOf(id)
          return (
            <div
              key={id}
              id={`statistic-${id}`}
              className="grid gap-x-4 border-t border-rule pt-2 target:bg-signal-wash sm:grid-cols-[12rem_7rem_1fr]"
            >
              <dt className="font-medium">{name}</dt>
              <dd className="text-sm text-muted">{unit}</dd>
              <dd className="max-w-prose text-muted">{method}</dd>
            </div>
          )
        })}
      </dl>
    </Section>
  )
}
