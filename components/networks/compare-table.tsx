import Link from 'next/link'
import { ChartFoot } from '@/components/charts/chart-foot'
import { Table, Td, Th, Tr } from '@/components/ui'
import {
  type Comparison,
  comparisonHref,
  drawnMeasures,
  figuresHref,
} from '@/lib/market/statistics/comparison'
import {
  ALL,
  type MeasureId,
  measureIds,
  measureOf,
  type StatisticFigure,
} from '@/lib/market/statistics/measures'
import { sourcesOf } from '@/lib/market/statistics/sources-of'
import type { ChartedNetwork } from './measure-chart'
import { formatAsOf, formatStatistic, tellFigure } from './statistic-format'
import { stickyColumn } from './sticky-column'

/** Every newest figure of the networks, a measure a row; the name of a measure draws it. */
export function CompareTable({
  comparison,
  networks,
}: {
  comparison: Comparison
  networks: readonly ChartedNetwork[]
}) {
  const rows = measureIds.filter((measure) =>
    networks.some(({ figures }) => figures.some((one) => one.measure === measure && isTold(one))),
  )
  const untold = untoldOf(networks, rows)
  const slugs = networks.map(({ slug }) => slug)
  const told = networks.flatMap(({ figures }) => figures.filter(isTold))
  const now = told
    .map(({ asOf }) => asOf)
    .filter((asOf) => asOf.length > 7)
    .sort()
    .at(-1)
  return (
    <>
      <div className={networks.length > 4 ? 'print:[zoom:0.58]' : 'print:[zoom:0.75]'}>
        <Table caption="Newest figures of the networks compared">
          <thead>
            <tr>
              <Th className={stickyColumn}>Measure</Th>
              {networks.map(({ slug, name }) => (
                <Th key={slug} numeric>
                  <Link
                    prefetch={false}
                    href={slug === ALL ? '/networks/statistics' : `/networks/${slug}`}
                    className="link text-ink"
                  >
                    {name}
                  </Link>
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((measure) => {
              const { name } = measureOf(measure)
              return (
                <Tr key={measure} className="hover:bg-sunken">
                  <Td className={stickyColumn}>
                    {drawnMeasures.includes(measure) ? (
                      <Link
                        prefetch={false}
                        scroll={false}
                        href={comparisonHref({ ...comparison, measure })}
                        aria-current={comparison.measure === measure ? 'true' : undefined}
                        className="link"
                      >
                        {name}
                      </Link>
                    ) : (
                      name
                    )}
                  </Td>
                  {networks.map(({ slug, figures }) => (
                    <FigureCell key={slug} figure={figures.find((one) => one.measure === measure)} />
                  ))}
                </Tr>
              )
            })}
          </tbody>
        </Table>
      </div>
      {untold.length > 0 && (
        <p className="mt-3 max-w-prose text-sm text-muted">
          Not known of any of these networks. {untold.map(({ name, note }) => `${name}: ${note}`).join(' ')}
        </p>
      )}
      <ChartFoot
        source={sourcesOf(told)}
        asOf={`the month under each figure${now ? `; now is ${formatAsOf(now)}` : ''}`}
        method={{ href: '/method#statistics' }}
        data={{ csv: figuresHref(slugs, 'csv'), json: figuresHref(slugs, 'json') }}
      />
    </>
  )
}

const isTold = ({ value, says }: StatisticFigure) => value !== undefined || says !== undefined

/** Measures that none of the networks has, and why. */
function untoldOf(networks: readonly ChartedNetwork[], told: readonly MeasureId[]) {
  const figures = networks.flatMap((network) => network.figures)
  return measureIds.flatMap((measure) => {
    const note = told.includes(measure) ? undefined : figures.find((one) => one.measure === measure)?.note
    return note === undefined ? [] : [{ name: measureOf(measure).name, note }]
  })
}

function FigureCell({ figure }: { figure: StatisticFigure | undefined }) {
  if (!figure || !isTold(figure))
    return (
      <Td numeric className="text-muted" title={figure?.note}>
        –
      </Td>
    )
  const { measure, low, high, asOf, source, note } = figure
  const { unit } = measureOf(measure)
  return (
    <Td numeric title={[note, source].filter(Boolean).join(' ')}>
      <span className="block">
        {tellFigure(figure)}
        {unit === 'days' && figure.value !== undefined && ' days'}
      </span>
      <span className="block font-sans text-xs tracking-normal text-muted">
        {low !== undefined && high !== undefined && (
          <>
            {formatStatistic(unit, low)} to {formatStatistic(unit, high)},{' '}
          </>
        )}
        {asOf.length <= 7 ? formatAsOf(asOf) : 'now'}
      </span>
    </Td>
  )
}
