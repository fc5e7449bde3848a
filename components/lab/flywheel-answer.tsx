import type { FlywheelPhase } from '@/lib/mechanism/tokenomics/flywheel'
import { Answer, Told } from './answer'
import type { FlywheelRow } from './flywheel-table'
import { phases } from './phase-look'

/** Where the networks stood last, in words, and what each phase asks of whom. */
export function FlywheelAnswer({ rows }: { rows: readonly FlywheelRow[] }) {
  const last = rows.flatMap(({ name, points }) => {
    const point = points.at(-1)
    return point ? [{ name, phase: point.phase }] : []
  })
  const of = (phase: FlywheelPhase) => last.filter((one) => one.phase === phase)
  return (
    <Answer
      todo={[
        {
          who: 'Operator',
          what: 'a stalling network pays each device less while devices keep coming: compare what it pays with what yours costs before you add one. In an unwinding one those who stay share what the leavers gave up.',
        },
        {
          who: 'Designer',
          what: 'a turn from spinning up to stalling is where emission outran use. Take the network’s figures to Token designs and see which rule would have held reward per device.',
        },
      ]}
    >
      Of {last.length} networks, in the last month known of each,{' '}
      {phases.map((phase, i) => (
        <span key={phase}>
          {i > 0 && (i === phases.length - 1 ? ' and ' : ', ')}
          <Told>{of(phase).length}</Told> {of(phase).length === 1 ? verbs[phase].one : verbs[phase].many}
          {of(phase).length > 0 && (
            <span className="text-sm text-muted">
              {' '}
              (
              {of(phase)
                .map(({ name }) => name)
                .join(', ')}
              )
            </span>
          )}
        </span>
      ))}
      .
    </Answer>
  )
}

const verbs: Record<FlywheelPhase, { one: string; many: string }> = {
  'spinning up': { one: 'spins up', many: 'spin up' },
  coasting: { one: 'coasts', many: 'coast' },
  stalling: { one: 'stalls', many: 'stall' },
  unwinding: { one: 'unwinds', many: 'unwind' },
}
