import { SortTh, Table, Th } from '@/components/ui'
import { WatchRows } from '@/components/watch/watch-rows'
import type { MarketQuery, MarketSort } from '@/lib/market/market-query'
import { sortHref } from '@/lib/market/market-query'
import type { MarketRow as Row } from '@/lib/market/market-row'
import { MarketRow } from './market-row'
import { measureNames, measureOf } from './measure'
import { ScaleHead } from './scale-head'
import { scaleOf } from './scale-of'

/**
 * Positions for sale. A table on wide screens and a list on narrow ones, out of the same elements. Without a query it
 * cannot be sorted.
 */
export function MarketTable({
  caption,
  rows,
  now,
  query,
}: {
  caption: string
  rows: readonly Row[]
  now: Date
  query?: MarketQuery
}) {
  const scale = scaleOf(rows)
  const measure = measureOf(query?.sort)
  return (
    <>
      <WatchRows ids={rows.map(({ positionId }) => positionId)} />
      <Table caption={caption} className="max-lg:block [&_tbody]:max-lg:block">
        <thead className="max-lg:hidden">
          <tr>
            <Head sort="position" query={query}>
              Position
            </Head>
            <Head>Network</Head>
            <Head className="hidden 2xl:table-cell">Operator</Head>
            <Th className="w-[24%] min-w-44">
              <ScaleHead scale={scale} />
            </Th>
            <Head numeric sort="price" query={query}>
              Price
            </Head>
            <Head numeric sort="value" query={query}>
              Value
            </Head>
            <Head numeric sort="gap" query={query}>
              Price to value
            </Head>
            <Head numeric sort={measure} query={query} className="lg:max-xl:pr-0">
              {measureNames[measure].head}
            </Head>
            <Head numeric sort="reward" query={query} className="hidden xl:table-cell">
              Reward a month
            </Head>
            <Head numeric sort="expiry" query={query} className="hidden xl:table-cell">
              Ends
            </Head>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MarketRow key={row.positionId} row={row} scale={scale} now={now} sort={query?.sort} />
          ))}
        </tbody>
      </Table>
    </>
  )
}

function Head({
  sort,
  query,
  ...rest
}: {
  sort?: MarketSort
  query?: MarketQuery | undefined
  numeric?: boolean
  className?: string
  children: string
}) {
  if (!sort || !query) return <Th {...rest} />
  const sorted = query.sort === sort ? (`${query.direction}ending` as const) : undefined
  return <SortTh {...rest} href={sortHref(query, sort)} sorted={sorted} />
}
