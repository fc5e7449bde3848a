import { Section } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import { MoveProgress, type MoveUnderWay } from './move-progress'

/** Moves that were begun, each where it stands; a reload, or another browser that is signed in, goes on with them. */
export function MovesUnderWay({ moves, origin }: { moves: readonly MoveUnderWay[]; origin: string }) {
  const open = moves.filter(({ view }) => view.status === 'challenged' || view.status === 'attested')
  return (
    <Section
      id="under-way"
      title="Moves under way"
      note={open.length === 0 ? 'all settled' : `${formatCount(open.length)} to be gone on with`}
    >
      <ul className="divide-y divide-rule">
        {moves.map((move) => (
          <li key={move.view.id} className="py-3">
            <MoveProgress move={move} origin={origin} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
