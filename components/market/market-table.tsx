import { SortTh, Table, Th } from '@/components/ui'
import type { MarketQuery, MarketSort } from '@/lib/market/market-query'
import { sortHref } from '@/lib/market/market-query'
import type { MarketRow as Row } from '@/lib/market/market-row'
import { ratioScaleFor } from '@/lib/market/value-scale'
import { MarketRow } from './market-row'
import { ScaleHead } from './scale-head'

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
  const scale = ratioScaleFor(
    rows.flatMap(({ value }) =>
      value ? [{ p5: Number(value.p5), p50: Number(value.p50), p95: Number(value.p95) }] : [],
    ),
  )
  return (
    <Table caption={caption} className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Head sort="position" query={query}>
            Position
          </Head>
          <Head>Network</Head>
          <Head className="hidden 2xl:table-cell">Operator</Head>
          <Th className="w-[26%] min-w-48">
            <ScaleHead scale={scale} />
          </Th>
          <Head numeric sort="price" query={query}>
            Price
          </Head>
          <Head numeric sort="value" query={query}>
            Value
          </Head>
          <Head numeric sort="gap" query={query} className="lg:max-xl:pr-0">
            Price to value
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
          <MarketRow key={row.positionId} row={row} scale={scale} now={now} />
        ))}
      </tbody>
    </Table>
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
