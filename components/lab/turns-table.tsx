import { Table, Td, Th, Tr } from '@/components/ui'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { type FlywheelRow, growth } from './flywheel-table'
import { phaseLook } from './phase-look'

/** A network's turning points by the numbers they have on its chart, and what turned it. */
export function TurnsTable({ row: { name, points, turns } }: { row: FlywheelRow }) {
  if (turns.length === 0)
    return <p className="text-sm text-muted">No phase that lasts three months has taken over from another.</p>
  return (
    <Table still caption={`Turning points of ${name}`} className="max-sm:min-w-[36rem]">
      <thead>
        <tr>
          <Th numeric className="w-8">
            №
          </Th>
          <Th>Month</Th>
          <Th>Turned to</Th>
          <Th>From</Th>
          <Th numeric>Rewards, quarter</Th>
          <Th numeric>Nodes, quarter</Th>
          <Th numeric>Reward per node</Th>
        </tr>
      </thead>
      <tbody>
        {turns.map(({ month, from, to }, k) => {
          const at = points.find((point) => point.month === month)
          return (
            <Tr key={month}>
              <Td numeric>{k + 1}</Td>
              <Td className="figures whitespace-nowrap">{monthText(month)}</Td>
              <Td className="whitespace-nowrap">
                <span aria-hidden className="mr-1.5 inline-block w-3 text-center text-xs">
                  {phaseLook[to].mark}
                </span>
                {to}
                {at?.fromRewardsAlone && (
                  <span className="block pl-4.5 text-xs text-muted">
                    {points.some((one) => one.month === month - 1 && !one.fromRewardsAlone)
                      ? 'node counts end here: told by rewards alone from now on'
                      : 'told by rewards alone'}
                  </span>
                )}
              </Td>
              <Td className="text-muted">{from}</Td>
              <Td numeric>{growth(at?.rewards)}</Td>
              <Td numeric>{growth(at?.nodes)}</Td>
              <Td numeric>{growth(at?.rewardPerNode)}</Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
