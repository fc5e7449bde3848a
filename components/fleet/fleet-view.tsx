import Link from 'next/link'
import { ChartFoot } from '@/components/charts/chart-foot'
import { LineFigure } from '@/components/lab/line-figure'
import { AsTable, Empty, Figure, Figures, LinkButton, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatCompact, formatCount, formatMonth, formatUsd, formatUsdCompact } from '@/lib/core/format'
import type { FleetAnswer } from '@/lib/mechanism/allocation/fleet/fleet-task'
import { FleetAssumptions, type PlanAssumption } from './fleet-assumptions'
import { gainText } from './gain-text'
import { type MoveGroup, MoveGroups } from './move-groups'
import { StayingTable } from './staying-table'

export type FleetPlanView = {
  account: string
  plan:
    | { kind: 'empty' }
    | { kind: 'unplanned'; message: string }
    | { kind: 'planned'; answer: FleetAnswer; groups: readonly MoveGroup[]; names: Record<string, string> }
  share: number | undefined
  reading: {
    failed: readonly { positionId: number; message: string }[]
    left: number
    assumptions: readonly PlanAssumption[]
    asOf: { from: string; to: string } | undefined
  }
}

/** An account's best spread over networks: what it gains, move by move, what binds and what it rests on. */
export function FleetView({ page, query }: { page: FleetPlanView; query: string }) {
  const { plan, reading } = page
  if (plan.kind === 'empty')
    return (
      <Empty
        title="This account holds no position yet"
        action={
          <>
            <LinkButton variant="primary" href="/register">
              Register a device
            </LinkButton>
            <LinkButton href="/market">Buy a position</LinkButton>
          </>
        }
      >
        Once a device of its own is on record, the networks it could serve are compared here.
      </Empty>
    )
  if (plan.kind === 'unplanned')
    return (
      <Empty title={plan.message} action={<LinkButton href="/operate">Its devices</LinkButton>}>
        {reading.failed[0]?.message ?? 'Nothing was changed.'}
      </Empty>
    )
  const { answer, groups, names } = plan
  const shown = groups.reduce((sum, { moves }) => sum + moves.length, 0)
  const named = (slug: string) => names[slug] ?? slug
  const files = { csv: `/operate/fleet/plan.csv?${query}`, json: `/operate/fleet/plan.json?${query}` }
  return (
    <>
      <Section title="Gain over today" note="present value, cost and time of the moves paid">
        <Figures>
          <Figure
            size="lg"
            label="Best assignment"
            value={gainText(answer.gainUsd)}
            source={`on average over what can happen in ${formatCount(answer.horizonMonths)} months`}
          />
          <Figure
            label="Nine in ten scenarios"
            value={answer.moves.length === 0 ? '–' : `${gainText(answer.p5Usd)} … ${gainText(answer.p95Usd)}`}
            source={`P5 … P95 of ${formatCount(answer.paths)}, the same for staying and moving`}
          />
          <Figure
            label="Where they stand"
            value={formatUsd(answer.todayUsd)}
            source="if all stay, no right to move later counted"
          />
          <Figure
            label="Moves"
            value={formatCount(answer.moves.length)}
            source={`of ${formatCount(answer.devices)} ${answer.devices === 1 ? 'device' : 'devices'}`}
          />
          <Figure
            label="Dilution of their own"
            value={gainText(answer.ownDilutionUsd)}
            source="what they take from each other and from their own new rewards, in the gain"
          />
        </Figures>
      </Section>
      <Section
        title="Move by move"
        note={
          answer.moves.length > shown
            ? `${formatCount(shown)} of ${formatCount(answer.moves.length)} one by one; the files hold all`
            : 'the one that gains most first'
        }
      >
        {groups.length === 0 ? (
          <Empty
            title="Nothing is better than today"
            action={<LinkButton href="/lab/circulation">What would have to change</LinkButton>}
          >
            No device gains by moving, once its cost, the rewards lost meanwhile and the chance that it can
            serve the other network are counted. What keeps each where it is stands below.
          </Empty>
        ) : (
          <MoveGroups account={page.account} groups={groups} names={names} />
        )}
        <ChartFoot
          source="1kx-network/depin_tokenomics, commit ff2e881, and the assumptions below"
          asOf={
            reading.asOf
              ? `${formatMonth(reading.asOf.from)}${reading.asOf.to === reading.asOf.from ? '' : ` to ${formatMonth(reading.asOf.to)}, each network’s newest month`}`
              : 'no month'
          }
          method={{ href: '#method' }}
          data={files}
        />
      </Section>
      <Section title="What keeps the others where they are">
        <StayingTable stays={answer.stays} full={answer.full} named={named} />
      </Section>
      <Section title="By the cost of a move" note="the plan found anew at each, times the assumed cost">
        <LineFigure
          label="Gain of the best assignment, by the cost of a move"
          x={{ name: 'times the assumed cost', format: (x) => formatCompact(x) }}
          y={{ name: 'gain, USD', format: (y) => formatUsdCompact(y) }}
          series={[
            {
              name: 'gain',
              points: answer.sensitivity.map(({ factor, gainUsd }) => ({ x: factor, y: gainUsd })),
            },
          ]}
        />
        <AsTable>
          <Table caption="Gain by cost of a move" className="max-w-md">
            <thead>
              <tr>
                <Th numeric>Times the cost</Th>
                <Th numeric>Gain</Th>
                <Th numeric>Moves</Th>
              </tr>
            </thead>
            <tbody>
              {answer.sensitivity.map(({ factor, gainUsd, moves }) => (
                <Tr key={factor}>
                  <Td numeric>{formatCompact(factor)}</Td>
                  <Td numeric>{formatUsd(gainUsd)}</Td>
                  <Td numeric>{formatCount(moves)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </AsTable>
      </Section>
      <Section title="What it rests on" note="assumptions, not observations">
        <FleetAssumptions assumptions={reading.assumptions} named={named} share={page.share} />
      </Section>
      <Section id="method" title="Method">
        <div className="max-w-prose space-y-2 text-sm text-muted">
          <p>
            Each device is valued where it stands and in every other network of its category, with the
            valuation’s own processes: rewards, their spread, entry of other devices, running cost, failure.
            Means are closed forms; the interval comes from scenarios drawn once for all networks together, so
            that staying and moving meet the same luck, and devices of one network lie as far from its others
            alike: their number does not narrow the interval. Neither side counts a right to move again later.
          </p>
          <p>
            The assignment is a min-cost network flow, solved to its optimum by HiGHS: one network a device,
            capacities, the cost of a move, and what the fleet’s own devices take from each other where they
            share a pool, which grows with each one; the first that comes shares it with those who are there.
            Of the gap between two networks’ rewards a moved device is assumed to see only a part: the rest is
            stake, standing and hardware it lacks.
          </p>
          <p>
            Dilution of others is told at a fixed pool: what the newcomer earns is what the devices there no
            longer do.{' '}
            <Link href="/method" className="link">
              The valuation’s method
            </Link>
            ,{' '}
            <Link href="/lab/circulation" className="link">
              what all devices together would gain
            </Link>
            .
          </p>
        </div>
      </Section>
      {(reading.failed.length > 0 || reading.left > 0) && (
        <p className="text-sm text-muted">
          {reading.failed.length > 0 &&
            `${formatCount(reading.failed.length)} ${reading.failed.length === 1 ? 'position is' : 'positions are'} left out: ${reading.failed[0]?.message} `}
          {reading.left > 0 &&
            `${formatCount(reading.left)} more positions are beyond what is planned at once.`}
        </p>
      )}
    </>
  )
}
