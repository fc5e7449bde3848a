import { useMemo } from 'react'
import { formatShare } from '@/lib/core/format'
import { learningPath } from '@/lib/mechanism/games/learning'
import type { ReplicatorState } from '@/lib/mechanism/games/replicator-dynamics'
import { FigureFoot } from '../figure-foot'
import { gameOf, numbersOf } from './game-draft'
import type { GameNames } from './strategy-names'
import type { Solved } from './use-solver'

const STARTS = [0.1, 0.3, 0.5, 0.7, 0.9]

/** All that two populations of two strategies can do, in the square of their shares. */
export function PhasePortrait({
  solved,
  names,
  path,
}: {
  solved: Solved
  names: GameNames
  /** the path that the other charts show */
  path: readonly ReplicatorState[]
}) {
  const others = useMemo(() => {
    const game = gameOf(solved.draft)
    if (!game) return []
    const payoffs = numbersOf(game)
    return STARTS.flatMap((x) =>
      STARTS.map((y) =>
        learningPath(payoffs, { row: [x, 1 - x], column: [y, 1 - y] }, { until: 30, step: 0.2, every: 1 }),
      ),
    )
  }, [solved.draft])
  const [across, up] = [names.rows[0]!, names.columns[0]!]
  const label = `Paths of learning from ${others.length} starts: ${names.players[0]} on ${across} across, ${names.players[1]} on ${up} upwards`
  return (
    <figure className="max-w-sm text-xs text-muted">
      <h3 className="mb-1 text-sm font-medium text-ink">Both at once</h3>
      <p className="mb-2">
        {names.players[1]} on {up}
      </p>
      <div className="grid grid-cols-[3rem_1fr]">
        <div className="relative">
          {[0, 0.5, 1].map((tick) => (
            <span
              key={tick}
              className="figures absolute right-2 translate-y-1/2"
              style={{ bottom: `${tick * 100}%` }}
            >
              {formatShare(tick)}
            </span>
          ))}
        </div>
        <svg role="img" aria-label={label} viewBox="0 0 100 100" className="block w-full overflow-visible">
          <title>{label}</title>
          <rect
            width="100"
            height="100"
            className="fill-none stroke-rule"
            vectorEffect="non-scaling-stroke"
          />
          {others.map((states) => (
            <g key={`${states[0]!.row[0]} ${states[0]!.column[0]}`}>
              <polyline
                points={states.map(place).join(' ')}
                className="fill-none stroke-control"
                vectorEffect="non-scaling-stroke"
              />
              <circle
                cx={states[0]!.row[0]! * 100}
                cy={(1 - states[0]!.column[0]!) * 100}
                r="0.8"
                className="fill-control"
              />
            </g>
          ))}
          <polyline
            points={path.map(place).join(' ')}
            className="fill-none stroke-[var(--series-2)]"
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
          />
          {solved.analysis.continua.map(({ members, row, column }) => (
            <rect
              key={members.join()}
              x={row[0]!.shares[0] * 100}
              y={(1 - column[0]!.shares[1]) * 100}
              width={(row[0]!.shares[1] - row[0]!.shares[0]) * 100}
              height={(column[0]!.shares[1] - column[0]!.shares[0]) * 100}
              className="fill-ink/15 stroke-ink"
              strokeWidth="4"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {solved.analysis.equilibria.map(({ row, column, stability }) => (
            <circle
              key={`${row.mixture.join()} ${column.mixture.join()}`}
              cx={row.shares[0]! * 100}
              cy={(1 - column.shares[0]!) * 100}
              r="2"
              vectorEffect="non-scaling-stroke"
              className={stability === 'stable' ? 'fill-ink stroke-ink' : 'fill-paper stroke-ink'}
            />
          ))}
        </svg>
        <span />
        <div className="figures mt-1.5 flex justify-between">
          {[0, 0.5, 1].map((tick) => (
            <span key={tick}>{formatShare(tick)}</span>
          ))}
        </div>
        <span />
        <p className="mt-1 text-right">
          {names.players[0]} on {across}
        </p>
      </div>
      <p className="mt-2">
        Each line begins at its dot; the thick one is the start drawn. Filled: stable; hollow: unstable or
        neutral.{solved.analysis.continua.length > 0 && ' Heavy line or field: a continuum of equilibria.'}
      </p>
      <FigureFoot
        data={{
          title: 'Paths of learning',
          x: `${names.players[0]} on ${across}`,
          y: `${names.players[1]} on ${up}`,
          series: [path, ...others].map((states, k) => ({
            name: k === 0 ? 'start drawn' : `start ${k}`,
            points: states.map(({ row, column }) => ({ x: row[0]!, y: column[0]! })),
          })),
        }}
        origin={{
          source: `the payoffs above, start drawn with seed ${solved.draft.seed}`,
          method: '#method',
          file: 'learning-paths',
        }}
      />
    </figure>
  )
}

const place = ({ row, column }: ReplicatorState) =>
  `${(row[0]! * 100).toFixed(2)},${((1 - column[0]!) * 100).toFixed(2)}`
