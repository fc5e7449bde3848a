import { Table, Td, Th, Tr } from '@/components/ui'
import { formatDecimal, formatShare, formatUsd } from '@/lib/core/format'

export type PlanAssumption = { name: string; networks: readonly string[]; value: number; note: string }

const names: Record<string, { words: string; write: (value: number) => string }> = {
  switching_cost: { words: 'Cost of a move', write: formatUsd },
  switching_time: { words: 'Time without rewards', write: (months) => `${formatDecimal(months)} months` },
  compatibility: { words: 'Chance to serve another network', write: formatShare },
  reward_transfer: { words: 'Part of the gap in rewards it sees', write: formatShare },
  required_return: { words: 'Yearly return asked', write: formatShare },
  fleet_share: { words: 'Capacity: most of a network’s nodes', write: formatShare },
  active_nodes: { words: 'Nodes of the network', write: (nodes) => formatDecimal(nodes, 0) },
}

/** Each assumption of a plan, its figure, for which networks, and why. */
export function FleetAssumptions({
  assumptions,
  named,
  share,
}: {
  assumptions: readonly PlanAssumption[]
  named: (slug: string) => string
  /** of a network's nodes, as it was planned with */
  share: number | undefined
}) {
  const isOwnShare = share !== undefined && !assumptions.some(({ name }) => name === 'fleet_share')
  return (
    <Table caption="Assumptions of the plan" className="max-w-5xl">
      <thead>
        <tr>
          <Th>Assumption</Th>
          <Th numeric>Figure</Th>
          <Th>For</Th>
          <Th>Why</Th>
        </tr>
      </thead>
      <tbody>
        {assumptions.map(({ name, value, note, networks }) => (
          <Tr key={`${name} ${value} ${note}`}>
            <Td>{names[name]?.words ?? name}</Td>
            <Td numeric>{names[name]?.write(value) ?? formatDecimal(value)}</Td>
            <Td className="text-sm text-muted">{networks.map(named).join(', ')}</Td>
            <Td className="text-sm text-muted">{note}</Td>
          </Tr>
        ))}
        {isOwnShare && (
          <Tr>
            <Td>{names.fleet_share?.words}</Td>
            <Td numeric>{formatShare(share)}</Td>
            <Td className="text-sm text-muted">all</Td>
            <Td className="text-sm text-muted">As set above.</Td>
          </Tr>
        )}
      </tbody>
    </Table>
  )
}
