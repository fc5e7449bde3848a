'use client'

import { ErrorNote, Section } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import { ManyMoves } from './many-moves'
import { MoveName, MoveProgress } from './move-progress'
import { isOpen, type MoveUnderWay } from './move-under-way'
import { useMoves } from './use-moves'

/** Moves of which each is shown with all that is to be done; of more, each opens at its name. */
const FEW = 3

/** Moves that were begun, each where it stands; a reload, or another browser that is signed in, goes on with them. */
export function MovesUnderWay({
  moves: initial,
  origin,
}: {
  moves: readonly MoveUnderWay[]
  origin: string
}) {
  const { moves, isAway } = useMoves(initial)
  const open = moves.filter(isOpen).length
  return (
    <Section
      id="under-way"
      title="Moves under way"
      note={open === 0 ? 'all settled' : `${formatCount(open)} to be gone on with`}
    >
      {isAway && (
        <div className="mb-3">
          <ErrorNote error={{ message: 'Hotswap’s server does not answer.' }}>
            Nothing is lost; this page goes on by itself when it is back.
          </ErrorNote>
        </div>
      )}
      <ManyMoves moves={moves} origin={origin} />
      <ul className="divide-y divide-rule">
        {moves.map((move) => (
          <li key={move.view.id} className={moves.length > FEW ? 'py-1.5' : 'py-3'}>
            {moves.length > FEW ? (
              <details className="group">
                <summary className="cursor-pointer">
                  <MoveName move={move} />
                </summary>
                <div className="pb-3 pl-4">
                  <MoveProgress move={move} origin={origin} isOneOfMany />
                </div>
              </details>
            ) : (
              <>
                <h3>
                  <MoveName move={move} />
                </h3>
                <MoveProgress move={move} origin={origin} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
