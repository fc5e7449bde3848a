import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { AnalysedEquilibrium, EquilibriumSide, GameAnalysis } from '@/lib/mechanism/games/analyse-game'
import type { ReplicatorStability } from '@/lib/mechanism/games/replicator-stability'
import { Exact } from './exact'
import { LEARNERS } from './learning-scope'
import type { Learnt } from './solver-messages'
import type { GameNames } from './strategy-names'

const stabilities: Record<ReplicatorStability, { mark: string; text: string }> = {
  stable: { mark: '●', text: 'stable: learning comes back to it' },
  unstable: { mark: '○', text: 'unstable: learning leaves it' },
  neutral: { mark: '◐', text: 'neutral: to first order neither' },
}

/** Every equilibrium with what is played, what it pays, whether learning finds it, and the proof that it is one. */
export function EquilibriaList({
  analysis,
  names,
  learnt,
  learntStarts,
}: {
  analysis: GameAnalysis
  names: GameNames
  learnt: Learnt | undefined
  /** drawn starts that have learnt to their end */
  learntStarts: number
}) {
  const rows = analysis.equilibria.map((one, k) => ({ one, k }))
  const list = (some: typeof rows) => (
    <ol className="border-t border-control">
      {some.map(({ one, k }) => (
        <li key={keyOf(one)} id={`equilibrium-${k + 1}`} className="border-b border-rule py-3">
          <div className="grid gap-x-8 gap-y-2 sm:grid-cols-[2rem_1fr_1fr] lg:grid-cols-[2rem_1fr_1fr_20rem]">
            <span className="figures text-muted">{k + 1}</span>
            <Side player={names.players[0]} strategies={names.rows} side={one.row} />
            <Side player={names.players[1]} strategies={names.columns} side={one.column} />
            <ul className="text-sm text-muted max-lg:col-start-2 max-lg:col-end-[-1] max-sm:col-start-1">
              <li className="text-ink">
                <span aria-hidden className="mr-1.5 inline-block w-3 text-center">
                  {stabilities[one.stability].mark}
                </span>
                {stabilities[one.stability].text}
              </li>
              <li>
                {learnt ? (
                  <>
                    <span className="figures">{learnt.ends[k]}</span> of{' '}
                    <span className="figures">{LEARNERS}</span> drawn starts end here
                  </>
                ) : (
                  <>
                    <span className="figures">{learntStarts}</span> of{' '}
                    <span className="figures">{LEARNERS}</span> drawn starts have learnt
                  </>
                )}
              </li>
              <li>{whoEndsHere(one, analysis, k)}</li>
            </ul>
          </div>
          <details className="mt-1.5 sm:ml-10">
            <summary className="w-fit cursor-pointer text-sm text-muted hover:text-ink">
              Why nobody deviates
            </summary>
            <div className="mt-2 grid gap-x-8 gap-y-4 lg:grid-cols-2">
              <Proof player={names.players[0]} strategies={names.rows} side={one.row} />
              <Proof player={names.players[1]} strategies={names.columns} side={one.column} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  )
  if (rows.length <= AT_FIRST + 2) return list(rows)
  return (
    <>
      {list(rows.slice(0, AT_FIRST))}
      <details className="mt-3">
        <summary className="link w-fit cursor-pointer text-sm">
          The other {formatCount(rows.length - AT_FIRST)} equilibria
        </summary>
        <div className="mt-3">{list(rows.slice(AT_FIRST))}</div>
      </details>
    </>
  )
}

/** Equilibria that stand open; more are a step away. */
const AT_FIRST = 8

function whoEndsHere({ labels }: AnalysedEquilibrium, { paths, continua }: GameAnalysis, k: number): string {
  const sets = continua.flatMap(({ members }, i) => (members.includes(k) ? [i + 1] : []))
  const found =
    labels.length === 0
      ? 'no Lemke–Howson path from the start ends here'
      : `Lemke–Howson ends here from ${labels.length} of ${paths.length} labels`
  return sets.length === 0 ? found : `${found}; an end of continuum ${sets.join(' and ')}`
}

function Side({
  player,
  strategies,
  side,
}: {
  player: string
  strategies: readonly string[]
  side: EquilibriumSide
}) {
  return (
    <div className="min-w-0">
      <p className="mb-1 flex justify-between gap-3 text-xs text-muted">
        <span>{player}</span>
        <span>
          gets <Exact text={side.payoff} />
        </span>
      </p>
      <ul className="space-y-1">
        {side.support.map((k) => (
          <li key={strategies[k]} className="relative flex justify-between gap-3 text-sm">
            <span
              aria-hidden
              className="absolute bottom-0 left-0 h-px bg-ink"
              style={{ width: `${(side.shares[k]! * 100).toFixed(2)}%` }}
            />
            <span className="min-w-0 truncate">{strategies[k]}</span>
            <Exact text={side.mixture[k]!} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What each strategy would pay against the other's mixture: none more than the equilibrium. */
function Proof({
  player,
  strategies,
  side,
}: {
  player: string
  strategies: readonly string[]
  side: EquilibriumSide
}) {
  return (
    <div>
      <Table still caption={`What each strategy pays ${player} against what the other plays`}>
        <thead>
          <tr>
            <Th>{player}</Th>
            <Th numeric>Played with</Th>
            <Th numeric>Pays against the other</Th>
          </tr>
        </thead>
        <tbody>
          {strategies.map((name, k) => (
            <Tr key={name}>
              <Td>{name}</Td>
              <Td numeric>
                <Exact text={side.mixture[k]!} />
              </Td>
              <Td numeric>
                <Exact text={side.against[k]!} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-1.5 text-sm text-muted">
        None pays more than <Exact text={side.payoff} />, and all that are played pay just that: the best
        deviation gains <Exact text={side.gain} />.
      </p>
    </div>
  )
}

const keyOf = ({ row, column }: AnalysedEquilibrium) => [...row.mixture, ...column.mixture].join(' ')
