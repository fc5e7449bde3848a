import { Table, Td, Th, Tr } from '@/components/ui'
import type { EndedRow } from '@/lib/market/portfolio'
import { Earned } from './earned'
import { Gain } from './gain'
import { Money } from './held-table'
import { How, whyNoCost } from './how'
import { PositionName } from './named-position'

const places = {
  row: "max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:py-3 max-lg:[grid-template-areas:'name_gain''came_paid''left_got']",
  name: 'max-lg:[grid-area:name] lg:max-w-64',
  came: 'max-lg:[grid-area:came]',
  paid: 'max-lg:[grid-area:paid]',
  left: 'max-lg:[grid-area:left]',
  got: 'max-lg:[grid-area:got]',
  gain: 'max-lg:[grid-area:gain]',
}
const cell = 'max-lg:block max-lg:p-0'

/** Positions an account no longer holds: what each cost, what it brought, and the gain between them. */
export function EndedTable({ rows, now }: { rows: readonly EndedRow[]; now: Date }) {
  return (
    <Table
      caption="Positions sold or sent away, newest first"
      className="max-lg:block [&_tbody]:max-lg:block"
    >
      <thead className="max-lg:hidden">
        <tr>
          <Th>Position</Th>
          <Th>Came</Th>
          <Th numeric>Paid</Th>
          <Th className="pl-8">Left</Th>
          <Th numeric>Received</Th>
          <Th numeric>Realised</Th>
          <Th numeric>Earned</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.positionId} ${row.disposed.transaction}`} row={row} now={now} />
        ))}
      </tbody>
    </Table>
  )
}

function Row({ row, now }: { row: EndedRow; now: Date }) {
  const { acquired, disposed, cost, proceeds, realised, earned } = row
  return (
    <Tr data-position={row.positionId} className={`hover:bg-sunken ${places.row}`}>
      <Td className={`${cell} ${places.name}`}>
        <PositionName position={row} />
      </Td>
      <Td className={`${cell} ${places.came} text-sm text-muted`}>
        <How move={acquired} now={now} />
      </Td>
      <Td numeric className={`${cell} ${places.paid}`}>
        <span className="font-sans tracking-normal text-muted lg:hidden">paid </span>
        {cost === undefined ? (
          <span className="text-muted" title={whyNoCost(acquired)}>
            –
          </span>
        ) : (
          <Money amount={cost} />
        )}
      </Td>
      <Td className={`${cell} ${places.left} text-sm text-muted lg:pl-8`}>
        <How move={disposed} now={now} />
      </Td>
      <Td numeric className={`${cell} ${places.got}`}>
        <span className="font-sans tracking-normal text-muted lg:hidden">received </span>
        {proceeds === undefined ? <span className="text-muted">–</span> : <Money amount={proceeds} />}
      </Td>
      <Td numeric className={`${cell} ${places.gain}`}>
        <Gain
          amount={realised}
          unknown={proceeds === undefined ? 'sent away, not sold' : whyNoCost(acquired)}
        />
      </Td>
      <Td numeric className="max-lg:hidden">
        <Earned amount={earned} />
      </Td>
    </Tr>
  )
}
