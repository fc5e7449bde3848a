import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames, SortTh, Table, Td, Tr } from '@/components/ui'
import { measureOf, type StatisticFigure } from '@/lib/market/statistics/measures'
import {
  type ColumnMeasure,
  type StatisticOrder,
  type StatisticsOfNetwork,
  statisticSortHref,
} from '@/lib/market/statistics/statistic-sort'
import { formatAsOf, formatStatistic, tellFigure } from './statistic-format'
import { stickyColumn } from './sticky-column'

/** Short where columns are many; the whole name is the measure's. */
const heads: Record<ColumnMeasure, string> = {
  nodes: 'Nodes',
  rewardsUsd: 'Rewards a month',
  rewardPerNode: 'Reward a node',
  tokenPrice: 'Token',
  breakEvenDays: 'Break-even',
  exponent: 'Exponent',
  phase: 'Flywheel',
  entryPressure: 'Entry pressure',
  premium: 'Premium',
  forecastCoverage: 'Forecasts held',
  positions: 'Positions',
  uptime: 'Uptime here',
  listedFloat: 'Float',
  floor: 'Floor',
  spread: 'Spread',
  depth: 'Depth',
  timeToSale: 'Time to sale',
  turnover: 'Turnover',
  washShare: 'Wash-marked',
  hhiOperator: 'Operators, HHI',
  hhiCell: 'Cells, HHI',
}

/** Networks by some of their statistics; each column sorts, and where the table scrolls the names stay in sight. */
export function StatisticsTable({
  caption,
  measures,
  rows,
  order,
}: {
  caption: string
  measures: readonly ColumnMeasure[]
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
      className={classNames('lg:max-xl:static!', sort === 'name' && stickyColumn)}
    >
      {text}
    </SortTh>
  )
  return (
    <div className="lg:max-xl:overflow-x-auto print:[zoom:0.58]">
      <Table caption={caption}>
        <thead>
          <tr>
            {head('name', 'Network')}
            {measures.map((measure) => head(measure, heads[measure], measureOf(measure).name))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ slug, name, figures }) => (
            <Tr key={slug} className="hover:bg-sunken">
              <Td className={stickyColumn}>
                <Link
                  prefetch={false}
                  href={`/networks/${slug}#statistics`}
                  className="font-medium hover:text-signal-text"
                >
                  {name}
                </Link>
              </Td>
              {measures.map((measure) => (
                <FigureCell key={measure} figure={figures.find((one) => one.measure === measure)} />
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function FigureCell({ figure }: { figure: StatisticFigure | undefined }) {
  const told = figure && tellFigure(figure)
  return (
    <Td numeric title={figure?.note}>
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
