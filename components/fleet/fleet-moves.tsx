import { NetworkName, PositionName } from '@/components/portfolio/named-position'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatDecimal, formatShare, formatUsd } from '@/lib/core/format'
import type { NamedPosition } from '@/lib/market/portfolio'
import type { PlannedMove } from '@/lib/mechanism/allocation/fleet/fleet-task'
import { gainText } from './gain-text'
import { StartMove } from './start-move'

export type ShownMove = PlannedMove & {
  position: NamedPosition
  orders: { listings: number; offers: number }
  models: readonly { slug: string; name: string }[]
  lacksPlace: boolean
}

/** On a phone each move is a block of its own, its figures named in it. */
const places = {
  row: 'max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:gap-x-4 max-lg:gap-y-1.5 max-lg:py-3',
  cell: 'max-lg:block max-lg:p-0',
  wide: 'max-lg:col-span-2',
  left: 'max-lg:text-left',
}
const quiet = 'block font-sans text-xs tracking-normal text-muted'

/** Each move with what it gains, costs and takes from others, and the way to carry it out. */
export function FleetMoves({
  account,
  moves,
  names,
}: {
  account: string
  moves: readonly ShownMove[]
  names: Record<string, string>
}) {
  return (
    <Table caption="Moves of the best assignment" className="max-lg:block [&_tbody]:max-lg:block">
      <thead className="max-lg:hidden">
        <tr>
          <Th>Device</Th>
          <Th>Move</Th>
          <Th numeric>Gain</Th>
          <Th numeric>Nine in ten</Th>
          <Th numeric>Cost</Th>
          <Th numeric>Time lost</Th>
          <Th numeric>Pays back in</Th>
          <Th numeric>Others lose</Th>
          <Th>
            <span className="sr-only">Carry out</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <Move key={move.positionId} account={account} move={move} names={names} />
        ))}
      </tbody>
    </Table>
  )
}

function Move({ account, move, names }: { account: string; move: ShownMove; names: Record<string, string> }) {
  const to = names[move.to] ?? move.to
  return (
    <Tr className={`align-top hover:bg-sunken ${places.row}`} data-position={move.positionId}>
      <Td className={`${places.cell} lg:max-w-56`}>
        <PositionName position={move.position} />
      </Td>
      <Td className={`${places.cell} ${places.wide} max-lg:order-1 lg:whitespace-nowrap`}>
        <NetworkName network={move.position.network} />{' '}
        <span aria-hidden className="text-muted">
          →
        </span>
        <span className="sr-only">to</span> <NetworkName network={{ slug: move.to, name: to }} />
        <span className="block text-xs text-muted">
          {formatUsd(move.fromMonthlyUsd)} → {formatUsd(move.toMonthlyUsd)} a month
        </span>
      </Td>
      <Td numeric className={places.cell}>
        <span className={move.gainUsd < 0 ? 'text-loss' : 'text-gain'}>{gainText(move.gainUsd)}</span>
        <span className={quiet}>can serve it: {formatShare(move.compatibility)}</span>
      </Td>
      <Td numeric className={`${places.cell} ${places.left} max-lg:order-2`}>
        <Named>Nine in ten</Named>
        {gainText(move.p5Usd)} … {gainText(move.p95Usd)}
        <span className={quiet}>gains in {formatShare(move.chance)} of those it can</span>
      </Td>
      <Td numeric className={`${places.cell} max-lg:order-3`}>
        <Named>Cost</Named>
        {formatUsd(move.costUsd)}
      </Td>
      <Td numeric className={`${places.cell} ${places.left} max-lg:order-4`}>
        <Named>Time lost</Named>
        {formatDecimal(move.monthsLost)} mo
        <span className={quiet}>{formatUsd(move.lostUsd)} of rewards</span>
      </Td>
      <Td numeric className={`${places.cell} max-lg:order-5`}>
        <Named>Pays back in</Named>
        {move.paybackMonths === null ? 'never' : `${formatDecimal(move.paybackMonths, 1)} mo`}
      </Td>
      <Td numeric className={`${places.cell} ${places.left} max-lg:order-6`}>
        <Named>Others lose</Named>
        {formatUsd(move.othersLoseUsd)}
        <span className={quiet}>a month; here they gain {formatUsd(move.othersGainUsd)}</span>
      </Td>
      <Td className={`${places.cell} text-right max-lg:order-7 max-lg:self-end`}>
        <StartMove
          account={account}
          positionId={move.positionId}
          name={move.position.name}
          network={{ slug: move.to, name: to }}
          models={move.models}
          orders={move.orders}
          lacksPlace={move.lacksPlace}
        />
      </Td>
    </Tr>
  )
}

/** A column's name where its head is hidden. */
function Named({ children }: { children: string }) {
  return <span className={`${quiet} lg:hidden`}>{children}</span>
}
