'use client'

import { useMemo } from 'react'
import { classNames } from '@/components/ui'
import { formatDecimal, formatShare } from '@/lib/core/format'
import { drawShares, learningPath } from '@/lib/mechanism/games/learning'
import type { ReplicatorState } from '@/lib/mechanism/games/replicator-dynamics'
import { LineFigure } from '../line-figure'
import { type GameDraft, gameOf, numbersOf } from './game-draft'
import { CHART_TIME } from './learning-scope'
import { PhasePortrait } from './phase-portrait'
import type { GameNames } from './strategy-names'
import type { Solved } from './use-solver'

/** Two populations learning from one drawn start, share by share; with two strategies each, also in the plane. */
export function LearningFigure({ solved, names }: { solved: Solved; names: GameNames }) {
  const path = useMemo(() => pathOf(solved.draft), [solved.draft])
  if (!path) return null
  const isTwoByTwo = names.rows.length === 2 && names.columns.length === 2
  const sides = [
    { player: names.players[0], strategies: names.rows, of: (state: ReplicatorState) => state.row },
    { player: names.players[1], strategies: names.columns, of: (state: ReplicatorState) => state.column },
  ]
  return (
    <div className={classNames('grid gap-x-10 gap-y-8 lg:grid-cols-2', isTwoByTwo && 'xl:grid-cols-3')}>
      {sides.map(({ player, strategies, of }, p) => (
        <div key={player}>
          <h3 className="mb-1 font-medium">{player}</h3>
          <LineFigure
            label={`Share of ${player} on each strategy, by time`}
            x={{ name: 'time', format: (time) => formatDecimal(time, 1) }}
            y={{ name: 'share that plays it', format: formatShare }}
            series={strategies.map((name, k) => ({
              name,
              points: path.map((state) => ({ x: state.time, y: of(state)[k]! })),
            }))}
            origin={{
              source: `the payoffs above, start drawn with seed ${solved.draft.seed}`,
              method: '#method',
              file: `learning-${p === 0 ? 'row' : 'column'}`,
            }}
          />
        </div>
      ))}
      {isTwoByTwo && <PhasePortrait solved={solved} names={names} path={path} />}
    </div>
  )
}

function pathOf(draft: GameDraft): ReplicatorState[] | undefined {
  const game = gameOf(draft)
  if (!game) return undefined
  const start = drawShares(draft.row.length, draft.row[0]!.length, draft.seed)
  return learningPath(numbersOf(game), start, { until: CHART_TIME, step: 0.1, every: 5 })
}
