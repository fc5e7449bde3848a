import { SortTh, Table, Td, Th, Time, Tr } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import { formatExact, formatUnits } from '@/lib/core/format'
import type { UsdUnits } from '@/lib/core/money'
import { type HeldRow, nextOrder, type PortfolioOrder, type PortfolioSort } from '@/lib/market/portfolio'
import { ratioScaleFor, type ValueScale } from '@/lib/market/value-scale'
import { Earned } from './earned'
import { Gain } from './gain'
import { How, whyNoCost } from './how'
import { NetworkName, PositionName } from './named-position'

/* the places of a row's cells where it is an item of a list; on wide screens they are cells of a table again */
const places = {
  row: "max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:py-3 max-lg:[grid-template-areas:'name_worth''network_gain''bar_bar''how_paid']",
  name: 'max-lg:[grid-area:name] lg:max-w-64',
  network: 'max-lg:[grid-area:network]',
  bar: 'max-lg:[grid-area:bar] max-lg:py-1.5!',
  paid: 'max-lg:[grid-area:paid]',
  worth: 'max-lg:[grid-area:worth]',
  gain: 'max-lg:[grid-area:gain]',
  how: 'max-lg:[grid-area:how]',
}
const cell = 'max-lg:block max-lg:p-0'

/** Positions an account holds: what each cost and what it is worth. A table on wide screens, a list on narrow ones. */
export function HeldTable({
  caption,
  rows,
  now,
  sorting,
}: {
  caption: string
  rows: readonly HeldRow[]
  now: Date
  /** the order the rows stand in, and the address of another one; without it the table cannot be sorted */
  sorting?: { order: PortfolioOrder; hrefOf: (order: string) => string }
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
          <Head sort="position" sorting={sorting}>
            Position
          </Head>
          <Th>Network</Th>
          <Th className="w-[22%] min-w-40">Value, P5 to P95</Th>
          <Head numeric sort="cost" sorting={sorting}>
            Paid
          </Head>
          <Head numeric sort="worth" sorting={sorting}>
            Worth now
          </Head>
          <Head numeric sort="unrealised" sorting={sorting}>
            Unrealised
          </Head>
          <Head numeric sort="earned" sorting={sorting}>
            Earned
          </Head>
          <Th numeric>Listed at</Th>
          <Head numeric sort="acquired" sorting={sorting}>
            Since
          </Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.positionId} row={row} scale={scale} now={now} />
        ))}
      </tbody>
    </Table>
  )
}

function Row({ row, scale, now }: { row: HeldRow; scale: ValueScale; now: Date }) {
  const { acquired, cost, value, worth, unrealised, listing, earned } = row
  return (
    <Tr data-position={row.positionId} className={`hover:bg-sunken ${places.row}`}>
      <Td className={`${cell} ${places.name}`}>
        <PositionName position={row} />
      </Td>
      <Td className={`${cell} ${places.network} lg:whitespace-nowrap`}>
        <NetworkName network={row.network} />
      </Td>
      <Td className={`${cell} ${places.bar}`}>
        {value ? (
          <ValueBar value={value} price={listing?.price ?? cost} live={listing !== undefined} scale={scale} />
        ) : (
          <span className="text-sm text-muted">not valued yet</span>
        )}
      </Td>
      <Td numeric className={`${cell} ${places.paid}`}>
        <span className="font-sans tracking-normal text-muted lg:hidden">paid </span>
        {cost === undefined ? <NoCost row={row} /> : <Money amount={cost} />}
      </Td>
      <Td numeric className={`${cell} ${places.worth} font-medium`}>
        {worth === undefined ? <span className="text-muted">–</span> : <Money amount={worth} />}
      </Td>
      <Td numeric className={`${cell} ${places.gain}`}>
        <Gain amount={unrealised} unknown={cost === undefined ? whyNoCost(acquired) : 'not valued yet'} />
      </Td>
      <Td numeric className="max-lg:hidden">
        <Earned amount={earned} />
      </Td>
      <Td numeric className="max-lg:hidden">
        {listing ? <Money amount={listing.price} /> : <span className="text-muted">–</span>}
      </Td>
      <Td className={`${cell} ${places.how} text-sm text-muted lg:text-right`}>
        <How move={acquired} now={now} />
        {listing && (
          <span className="block lg:hidden">
            listed at <Money amount={listing.price} />, ends <Time at={listing.endTime} now={now} />
          </span>
        )}
      </Td>
    </Tr>
  )
}

function NoCost({ row }: { row: HeldRow }) {
  return (
    <span className="text-muted" title={whyNoCost(row.acquired)}>
      <span aria-hidden>–</span>
      <span className="sr-only">not on record</span>
    </span>
  )
}

/** Dollars to the cent, exact on hover. */
export function Money({ amount }: { amount: UsdUnits }) {
  return (
    <span className="figures" title={`${formatExact(amount, 6)} dollars`}>
      {formatUnits(amount)}
    </span>
  )
}

function Head({
  sort,
  sorting,
  ...rest
}: {
  sort: PortfolioSort
  sorting: { order: PortfolioOrder; hrefOf: (order: string) => string } | undefined
  numeric?: boolean
  children: string
}) {
  if (!sorting) return <Th {...rest} />
  const next = nextOrder(sorting.order, sort)
  const sorted = sorting.order.sort === sort ? (`${sorting.order.direction}ending` as const) : undefined
  return <SortTh {...rest} href={sorting.hrefOf(`${next.sort}-${next.direction}`)} sorted={sorted} />
}
