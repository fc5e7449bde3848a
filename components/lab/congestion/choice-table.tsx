import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatUsd } from '@/lib/core/format'
import type { ChoiceOfNetwork, Standing } from '@/lib/mechanism/congestion/choice-of-network'
import type { CongestionNetwork } from './choice-at'

/** Devices and rewards of each network today, at the equilibrium and at the optimum, and the toll between the two. */
export function ChoiceTable({
  networks,
  found,
}: {
  networks: readonly CongestionNetwork[]
  found: ChoiceOfNetwork
}) {
  const standings = Object.entries({
    today: found.today,
    equilibrium: found.equilibrium,
    optimum: found.optimum,
  })
  return (
    <Table still caption="Devices, rewards and toll by network" className="max-xl:min-w-[62rem]">
      <thead>
        <tr>
          <Th>Network</Th>
          <Th numeric>Costs to run</Th>
          <Th numeric>Devices today</Th>
          <Th numeric>At equilibrium</Th>
          <Th numeric>At the optimum</Th>
          <Th numeric>Reward today</Th>
          <Th numeric>At equilibrium</Th>
          <Th numeric>At the optimum</Th>
          <Th numeric>Pigou’s toll</Th>
        </tr>
      </thead>
      <tbody>
        {networks.map(({ slug, name: network, runningCostUsd, isCostKnown }, i) => (
          <Tr key={slug} className="hover:bg-sunken">
            <Td>
              <Link
                href={`/networks/${slug}`}
                prefetch={false}
                className="font-medium hover:text-signal-text"
              >
                {network}
              </Link>
            </Td>
            <Td numeric>
              {formatUsd(runningCostUsd)}
              {!isCostKnown && <span title="an assumption"> *</span>}
            </Td>
            {standings.map(([name, standing]) => (
              <Td key={name} numeric>
                {devicesOf(standing, i)}
              </Td>
            ))}
            {standings.map(([name, standing]) => (
              <Td key={name} numeric>
                {standing.devices[i]! >= 0.5 ? formatUsd(standing.rewardUsd[i]!) : '–'}
              </Td>
            ))}
            <Td numeric className="text-ink">
              {formatUsd(found.tollUsd[i]!)}
            </Td>
          </Tr>
        ))}
        <Tr>
          <Td className="text-muted">Switched off</Td>
          <Td numeric>{formatUsd(0)}</Td>
          {standings.map(([name, { idle }]) => (
            <Td key={name} numeric>
              {formatCount(Math.round(idle))}
            </Td>
          ))}
          <Td numeric>–</Td>
          <Td numeric>–</Td>
          <Td numeric>–</Td>
          <Td numeric>–</Td>
        </Tr>
      </tbody>
    </Table>
  )
}

const devicesOf = ({ devices }: Standing, i: number) => formatCount(Math.round(devices[i]!))
