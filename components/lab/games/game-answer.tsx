import type { AnalysedEquilibrium, GameAnalysis } from '@/lib/mechanism/games/analyse-game'
import { parseRational, toNumber } from '@/lib/mechanism/games/rational'
import { Answer, Told } from '../answer'
import { type GameDraft, gameOf, numbersOf } from './game-draft'
import { LEARNERS } from './learning-scope'
import type { Learnt } from './solver-messages'
import type { GameNames } from './strategy-names'

/** Where the two come to rest, which rest they reach, and whether they would both be better off elsewhere. */
export function GameAnswer({
  draft,
  analysis,
  names,
  learnt,
}: {
  draft: GameDraft
  analysis: GameAnalysis
  names: GameNames
  learnt: Learnt | undefined
}) {
  const { equilibria, continua } = analysis
  const [only] = equilibria
  const best = bestForBoth(equilibria)
  const elsewhere = betterElsewhere(draft, equilibria)
  const ends = learnt?.ends.flatMap((count, k) => (count > 0 ? [{ count, k }] : [])) ?? []
  ends.sort((a, b) => b.count - a.count)
  return (
    <Answer>
      {continua.length > 0 ? (
        <>
          Infinitely many equilibria: <Told>{continua.length}</Told>{' '}
          {continua.length === 1 ? 'continuum' : 'continua'} between <Told>{equilibria.length}</Told> extreme
          ones.
        </>
      ) : equilibria.length === 1 ? (
        <>
          One way to rest: {names.players[0]} plays <Told>{inWords(only!.row, names.rows)}</Told>,{' '}
          {names.players[1]} <Told>{inWords(only!.column, names.columns)}</Told>.
        </>
      ) : (
        <>
          <Told>{equilibria.length}</Told> ways to rest, {countOf(equilibria)}.
        </>
      )}{' '}
      {elsewhere ? (
        <>
          Both would be better off at {names.rows[elsewhere.i]}, {names.columns[elsewhere.j]}, but not both
          stay there.
        </>
      ) : (
        best !== undefined &&
        equilibria.length > 1 && (
          <>
            None pays either more than{' '}
            <a href={`#equilibrium-${best + 1}`} className="link">
              number {best + 1}
            </a>
            .
          </>
        )
      )}{' '}
      {ends.length > 0 && (
        <>
          Of {LEARNERS} starts drawn, learning ends{' '}
          {ends.slice(0, 3).map(({ count, k }, i) => (
            <span key={k}>
              {i > 0 && (i === Math.min(2, ends.length - 1) ? ' and ' : ', ')}
              {count} times in number {k + 1}
            </span>
          ))}
          .
        </>
      )}
      {!learnt && <>Where {LEARNERS} starts that are drawn end by learning is being computed.</>}
      {learnt && ends.length === 0 && <>No start that was drawn learns its way to one.</>}
    </Answer>
  )
}

/** "Build", or "Build with 1/5, Wait with 4/5". */
function inWords({ support, mixture }: AnalysedEquilibrium['row'], strategies: readonly string[]): string {
  if (support.length === 1) return strategies[support[0]!]!
  return support.map((k) => `${strategies[k]} ${mixture[k]}`).join(', ')
}

function countOf(equilibria: readonly AnalysedEquilibrium[]): string {
  const pure = equilibria.filter(({ row, column }) => row.support.length + column.support.length === 2).length
  if (pure === equilibria.length) return 'each player keeping to one strategy'
  return pure === 0
    ? 'all of them mixtures'
    : `${pure} with one strategy each, ${equilibria.length - pure} by mixing`
}

/** The equilibrium that pays each player at least what every other does. */
function bestForBoth(equilibria: readonly AnalysedEquilibrium[]): number | undefined {
  const payoffs = equilibria.map(payoffsOf)
  const found = payoffs.findIndex(([a, b]) => payoffs.every(([c, d]) => a >= c && b >= d))
  return found === -1 ? undefined : found
}

/** A cell that pays both more than any equilibrium does. */
function betterElsewhere(
  draft: GameDraft,
  equilibria: readonly AnalysedEquilibrium[],
): { i: number; j: number } | undefined {
  const game = gameOf(draft)
  if (!game) return undefined
  const { row, column } = numbersOf(game)
  const payoffs = equilibria.map(payoffsOf)
  for (const [i, line] of row.entries())
    for (const [j, payoff] of line.entries())
      if (payoffs.every(([a, b]) => payoff > a && column[i]![j]! > b)) return { i, j }
  return undefined
}

const payoffsOf = ({ row, column }: AnalysedEquilibrium): [number, number] => [
  toNumber(parseRational(row.payoff)),
  toNumber(parseRational(column.payoff)),
]
