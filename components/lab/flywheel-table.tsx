import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatChange } from '@/lib/core/format'
import type { FlywheelPoint, TurningPoint } from '@/lib/mechanism/tokenomics/flywheel'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { phaseLook } from './phase-look'
import { PhaseStrip } from './phase-strip'

export type FlywheelRow = {
  slug: string
  name: string
  category: string
  points: readonly FlywheelPoint[]
  turns: readonly TurningPoint[]
  months: readonly { month: number; rewardsUsd: number | undefined; nodes: number | undefined }[]
}

/** Every network's phases on one axis of time, where it stood last, and what took it there. */
export function FlywheelTable({ rows }: { rows: readonly FlywheelRow[] }) {
  const known = rows.filter(({ points }) => points.length > 0)
  const months = known.flatMap(({ points }) => points.map(({ month }) => month))
  const [from, to] = [Math.min(...months), Math.max(...months)]
  return (
    <Table caption="Flywheel phases of the networks" className="max-lg:min-w-[60rem]">
      <thead>
        <tr>
          <Th>Network</Th>
          <Th className="w-2/5">
            <span className="figures flex justify-between">
              <span>{monthText(from)}</span>
              <span>{monthText(to)}</span>
            </span>
          </Th>
          <Th>Last phase</Th>
          <Th numeric>Rewards, quarter</Th>
          <Th numeric>Nodes, quarter</Th>
          <Th numeric>Reward per node</Th>
          <Th numeric>Turns</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FlywheelRowView key={row.slug} row={row} from={from} to={to} />
        ))}
      </tbody>
    </Table>
  )
}

function FlywheelRowView({ row, from, to }: { row: FlywheelRow; from: number; to: number }) {
  const { slug, name, points, turns } = row
  const last = points.at(-1)
  return (
    <Tr className="hover:bg-sunken">
      <Td>
        <Link href={`/networks/${slug}`} className="font-medium hover:text-signal-text">
          {name}
        </Link>
      </Td>
      {last ? (
        <>
          <Td>
            <Link
              href={`/lab/flywheel?of=${slug}#one`}
              prefetch={false}
              aria-label={`${name}: its history and turning points`}
              className="block"
            >
              <PhaseStrip points={points} turns={turns} from={from} to={to} label={inWords(row)} />
            </Link>
          </Td>
          <Td className="whitespace-nowrap">
            <span aria-hidden className="mr-1.5 inline-block w-3 text-center text-xs">
              {phaseLook[last.phase].mark}
            </span>
            {last.phase} <span className="figures ml-1 text-xs text-muted">{monthText(last.month)}</span>
          </Td>
          <Td numeric>{growth(last.rewards)}</Td>
          <Td numeric>{growth(last.nodes)}</Td>
          <Td numeric>{growth(last.rewardPerNode)}</Td>
          <Td numeric>{turns.length}</Td>
        </>
      ) : (
        <Td colSpan={6} className="text-sm text-muted">
          Fewer than six known months of rewards in a row: no phase is told.
        </Td>
      )}
    </Tr>
  )
}

/** Log growth as a change in percent. */
export function growth(log: number | undefined) {
  return log === undefined ? <span className="text-muted">unknown</span> : formatChange(Math.expm1(log))
}

export function inWords({ name, points, turns }: FlywheelRow): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return `${name}: no phase is known`
  const told = turns.map(({ month, to }) => `${to} from ${monthText(month)}`)
  return `${name}: ${first.phase} in ${monthText(first.month)}${told.length > 0 ? `, ${told.join(', ')}` : ''}; ${last.phase} in ${monthText(last.month)}`
}
