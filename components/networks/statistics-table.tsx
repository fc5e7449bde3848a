import Link from 'next/link'
import type { ReactNode } from 'react'
import { SortTh, Table, Td, Tr } from '@/components/ui'
import { measureOf, type StatisticFigure } from '@/lib/market/statistics/measures'
import {
  type ColumnMeasure,
  columnMeasures,
  type StatisticOrder,
  type StatisticsOfNetwork,
  statisticSortHref,
} from '@/lib/market/statistics/statistic-sort'
import { formatAsOf, formatStatistic, tellFigure } from './statistic-format'

/** Short where columns are many; the whole name is the measure's. */
const heads: Record<ColumnMeasure, string> = {
  rewardPerNode: 'Reward a node',
  breakEvenDays: 'Break-even',
  exponent: 'Exponent',
  phase: 'Flywheel',
  entryPressure: 'Entry pressure',
  premium: 'Premium',
  listedFloat: 'Float',
  spread: 'Spread',
  turnover: 'Turnover',
  hhiOperator: 'Operators, HHI',
  forecastCoverage: 'Forecasts held',
}

const cell = 'max-lg:block max-lg:p-0'

/** Networks by what the theory and the market say of them; each column sorts. */
export function StatisticsTable({
  rows,
  order,
}: {
  rows: readonly StatisticsOfNetwork[]
  order: StatisticOrder
}) {
  const sorted = order.direction === 'asc' ? 'ascending' : 'descending'
  const head = (sort: StatisticOrder['sort'], text: string, title?: string) => (
    <SortTh
      key={sort}
      numeric={sort !== 'name'}
      href={statisticSortHref(order, sort)}
      sorted={order.sort === sort ? sorted : undefined}
      title={title}
    >
      {text}
    </SortTh>
  )
  return (
    <Table caption="Statistics of the networks" className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          {head('name', 'Network')}
          {columnMeasures.map((measure) => head(measure, heads[measure], measureOf(measure).name))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ slug, name, figures }) => (
          <Tr
            key={slug}
            className="hover:bg-sunken max-lg:grid max-lg:grid-cols-3 max-lg:gap-x-4 max-lg:gap-y-2 max-lg:py-3"
          >
            <Td className={`${cell} max-lg:col-span-3`}>
              <Link
                prefetch={false}
                href={`/networks/${slug}#statistics`}
                className="font-medium hover:text-signal-text"
              >
                {name}
              </Link>
            </Td>
            {columnMeasures.map((measure) => (
              <FigureCell
                key={measure}
                name={heads[measure]}
                figure={figures.find((one) => one.measure === measure)}
              />
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function FigureCell({ name, figure }: { name: string; figure: StatisticFigure | undefined }) {
  const told = figure && tellFigure(figure)
  return (
    <Td
      numeric
      className={`${cell} max-lg:text-left max-lg:whitespace-normal`}
      title={figure && [figure.note, figure.source].filter(Boolean).join(' ')}
    >
      <span className="block font-sans text-xs tracking-normal text-muted lg:hidden">{name}</span>
      {figure && told !== undefined ? (
        <Told figure={figure} told={told} />
      ) : (
        <span className="text-muted">–</span>
      )}
    </Td>
  )
}

function Told({ figure, told }: { figure: StatisticFigure; told: string }) {
  const { measure, value, low, high, asOf, says } = figure
  const { unit } = measureOf(measure)
  const isNever = unit === 'days' && value === undefined
  const below: ReactNode =
    low !== undefined && high !== undefined
      ? `${formatStatistic(unit, low)} to ${formatStatistic(unit, high)}`
      : asOf.length <= 7 && formatAsOf(asOf)
  return (
    <>
      <span className={says === undefined ? 'block' : 'block font-sans tracking-normal'}>
        {isNever ? 'never' : told}
        {unit === 'days' && value !== undefined && ' d'}
      </span>
      {below && <span className="block font-sans text-xs tracking-normal text-muted">{below}</span>}
    </>
  )
}
