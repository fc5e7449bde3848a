import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatUsd } from '@/lib/core/format'
import type { FleetAnswer, StayingGroup } from '@/lib/mechanism/allocation/fleet/fleet-task'

/** Devices that stay, by what keeps them, and the networks that are full. */
export function StayingTable({
  stays,
  full,
  named,
}: Pick<FleetAnswer, 'stays' | 'full'> & { named: (slug: string) => string }) {
  return (
    <>
      {full.map(({ network, capacity, worthUsd }) => (
        <p key={network} className="mb-2">
          <span className="font-medium">{named(network)} is full</span> at {formatCount(capacity)} of these
          devices: one more place there would bring {formatUsd(worthUsd)}.
        </p>
      ))}
      {stays.length === 0 ? (
        <p className="text-muted">Every device moves.</p>
      ) : (
        <Table still caption="Devices that stay" className="max-w-4xl">
          <thead>
            <tr>
              <Th>Network</Th>
              <Th numeric>Devices</Th>
              <Th>Best other network</Th>
              <Th numeric>Gain there</Th>
              <Th>What keeps them</Th>
            </tr>
          </thead>
          <tbody>
            {stays.map((stay) => (
              <Tr key={`${stay.network} ${stay.because} ${stay.best?.to}`}>
                <Td>{named(stay.network)}</Td>
                <Td numeric>{formatCount(stay.devices)}</Td>
                <Td>{stay.best ? named(stay.best.to) : '–'}</Td>
                <Td numeric>{stay.best ? formatUsd(stay.best.gainUsd) : '–'}</Td>
                <Td className="text-sm text-muted">{reason(stay)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}

function reason({ because, best }: StayingGroup): string {
  switch (because) {
    case 'alone':
      return 'No other network of its category is on record.'
    case 'capacity':
      return 'The network takes no more, or one more would dilute the others.'
    case 'cost':
      return `The move costs ${formatUsd(best?.costUsd ?? 0)}, more than it brings.`
    case 'pay':
      return 'It pays less there, the time without rewards counted.'
  }
}
