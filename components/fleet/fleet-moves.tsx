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
    <Table caption="Moves of the best assignment">
      <thead>
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
    <Tr className="align-top hover:bg-sunken" data-position={move.positionId}>
      <Td className="max-w-56">
        <PositionName position={move.position} />
      </Td>
      <Td className="whitespace-nowrap">
        <NetworkName network={move.position.network} />{' '}
        <span aria-hidden className="text-muted">
          →
        </span>
        <span className="sr-only">to</span> <NetworkName network={{ slug: move.to, name: to }} />
        <span className="block text-xs text-muted">
          {formatUsd(move.fromMonthlyUsd)} → {formatUsd(move.toMonthlyUsd)} a month
        </span>
      </Td>
      <Td numeric>
        <span className="text-gain">{gainText(move.gainUsd)}</span>
        <span className="block font-sans text-xs tracking-normal text-muted">
          can serve it: {formatShare(move.compatibility)}
        </span>
      </Td>
      <Td numeric>
        {gainText(move.p5Usd)} … {gainText(move.p95Usd)}
        <span className="block font-sans text-xs tracking-normal text-muted">
          gains in {formatShare(move.chance)}
        </span>
      </Td>
      <Td numeric>{formatUsd(move.costUsd)}</Td>
      <Td numeric>
        {formatDecimal(move.monthsLost)} mo
        <span className="block font-sans text-xs tracking-normal text-muted">{formatUsd(move.lostUsd)}</span>
      </Td>
      <Td numeric>{move.paybackMonths === null ? 'never' : `${formatDecimal(move.paybackMonths, 1)} mo`}</Td>
      <Td numeric>
        {formatUsd(move.othersLoseUsd)}
        <span className="block font-sans text-xs tracking-normal text-muted">
          a month; here +{formatUsd(move.othersGainUsd)}
        </span>
      </Td>
      <Td className="text-right">
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
