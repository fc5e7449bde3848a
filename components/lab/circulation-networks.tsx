import { Table, Td, Th, Tr } from '@/components/ui'
import { csvLine } from '@/lib/core/csv/format-csv'
import { formatCount, formatUsd } from '@/lib/core/format'
import type { CirculationGap } from '@/lib/mechanism/allocation/circulation-gap'
import { monthlyGain } from './circulation-words'
import { download } from './download'

type Network = { slug: string; name: string; nodes: number; poolUsd: number }

/** Who gains and who loses: each network that devices leave or reach, the one whose devices gain most first. */
export function CirculationNetworks({
  gap,
  networks,
  source,
}: {
  gap: CirculationGap
  networks: readonly Network[]
  source: string
}) {
  const rows = networks
    .map((network, j) => ({
      ...network,
      leave: network.nodes - gap.spread[j]![j]!,
      arrive: gap.spread.reduce((sum, row, g) => (g === j ? sum : sum + row[j]!), 0),
      todayUsd: network.poolUsd / network.nodes,
      atRestUsd: gap.rewardsUsd[j]!,
      gainUsd: gap.groupGainsUsd[j]!,
    }))
    .filter(({ leave, arrive }) => leave >= 0.5 || arrive >= 0.5)
    .sort((a, b) => b.gainUsd - a.gainUsd)
  if (rows.length === 0) return <p className="text-muted">No device gains by moving.</p>
  const still = networks.length - rows.length
  return (
    <>
      <Table still caption="Networks that devices leave or reach" className="max-w-4xl">
        <thead>
          <tr>
            <Th>Network</Th>
            <Th numeric>Leave</Th>
            <Th numeric>Arrive</Th>
            <Th numeric>A device earned</Th>
            <Th numeric>Earns at rest</Th>
            <Th numeric>Its devices gain</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ slug, name, leave, arrive, todayUsd, atRestUsd, gainUsd }) => (
            <Tr key={slug}>
              <Td>{name}</Td>
              <Td numeric>{formatCount(Math.round(leave))}</Td>
              <Td numeric>{formatCount(Math.round(arrive))}</Td>
              <Td numeric>{formatUsd(todayUsd)}</Td>
              <Td numeric>{formatUsd(atRestUsd)}</Td>
              <Td numeric className={gainUsd < 0 ? 'text-loss' : 'text-gain'}>
                {monthlyGain(gainUsd)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-xs text-muted">Source: {source}.</p>
      <button
        type="button"
        aria-label="Who gains and who loses: data as CSV"
        className="link cursor-pointer text-xs text-muted"
        data-print="hide"
        onClick={() => download('circulation-networks.csv', csvOf(rows))}
      >
        CSV
      </button>
      <p className="mt-2 max-w-prose text-xs text-muted">
        Dollars a month. Its devices: those that stand there today, wherever they go, moves paid.
        {still > 0 &&
          ` The other ${formatCount(still)} have no network of their category that would pay their devices more.`}
      </p>
    </>
  )
}

type Row = {
  slug: string
  leave: number
  arrive: number
  todayUsd: number
  atRestUsd: number
  gainUsd: number
}

/** A line a network, in dollars a month. */
function csvOf(rows: readonly Row[]): string {
  const head = [
    'network',
    'devices_leave',
    'devices_arrive',
    'reward_today_usd',
    'reward_at_rest_usd',
    'its_devices_gain_usd',
  ]
  return [
    head,
    ...rows.map(({ slug, leave, arrive, todayUsd, atRestUsd, gainUsd }) => [
      slug,
      leave,
      arrive,
      todayUsd,
      atRestUsd,
      gainUsd,
    ]),
  ]
    .map(csvLine)
    .join('')
}
