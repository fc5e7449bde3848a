import { formatDecimal, formatShare, formatUsd } from '@/lib/core/format'

export type PlanAssumption = { name: string; networks: readonly string[]; value: number; note: string }

const names: Record<string, { words: string; write: (value: number) => string }> = {
  switching_cost: { words: 'Cost of a move', write: formatUsd },
  switching_time: { words: 'Time without rewards', write: (months) => `${formatDecimal(months)} months` },
  compatibility: { words: 'Chance to serve another network', write: formatShare },
  reward_transfer: { words: 'Part of the gap in rewards a moved device sees', write: formatShare },
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
  const all = isOwnShare
    ? [...assumptions, { name: 'fleet_share', networks: [], value: share, note: 'As set above' }]
    : assumptions
  return (
    <dl className="max-w-5xl border-t border-rule">
      {all.map(({ name, value, note, networks }) => (
        <div
          key={`${name} ${value} ${note}`}
          className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 border-b border-rule py-2 md:grid-cols-[19rem_6rem_1fr]"
        >
          <dt>{names[name]?.words ?? name}</dt>
          <dd className="figures text-right">{names[name]?.write(value) ?? formatDecimal(value)}</dd>
          <dd className="text-sm text-muted max-md:col-span-2 md:pl-4">
            {networks.length > 0 && `${networks.map(named).join(', ')}: `}
            {note}.
          </dd>
        </div>
      ))}
    </dl>
  )
}
