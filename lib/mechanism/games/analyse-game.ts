import { allEquilibria, type Equilibrium } from './all-equilibria'
import { type Bimatrix, payoffsAgainst, transpose } from './bimatrix'
import { lemkeHowson } from './lemke-howson'
import { compare, equals, type Rational, toNumber, toText } from './rational'
import { type ReplicatorStability, replicatorStability, support } from './replicator-stability'
import { deviationGains } from './verify-equilibrium'

/** One player's side of an equilibrium, fractions as text. */
export type EquilibriumSide = {
  /** chance of each strategy */
  mixture: string[]
  shares: number[]
  /** strategies played */
  support: number[]
  payoff: string
  /** payoff of each pure strategy against what the other plays: none is above `payoff`, those played are at it */
  against: string[]
  /** what the best deviation would bring: "0" at an equilibrium */
  gain: string
}

export type AnalysedEquilibrium = {
  row: EquilibriumSide
  column: EquilibriumSide
  stability: ReplicatorStability
  /** labels that, given up first, end Lemke and Howson's path here */
  labels: number[]
}

export type GameAnalysis = {
  equilibria: AnalysedEquilibrium[]
  isDegenerate: boolean
  /** maximal Nash subsets of more than one */
  continua: Continuum[]
  /** Lemke and Howson's path from each label */
  paths: LabelPath[]
}

/** Every mixture of the row sides of its members against every mixture of their column sides is an equilibrium. */
export type Continuum = {
  /** indices of `equilibria` */
  members: number[]
  /** least and most that each strategy is played with within it */
  row: ShareRange[]
  column: ShareRange[]
}

export type ShareRange = { least: string; most: string; shares: [number, number] }

export type LabelPath = {
  /** labels in the order they come up: that given up first, then those taken up */
  path: number[]
  /** what is played after each of those taken up; undefined while a side plays nothing yet */
  steps: { row: string[] | undefined; column: string[] | undefined }[]
  /** the equilibrium at its end */
  end: number
}

const ranks: Record<ReplicatorStability, number> = { stable: 0, neutral: 1, unstable: 2 }

/**
 * Everything the solvers find about a game, each equilibrium with its own proof; plain data, to pass between threads.
 * Stable equilibria come first, and of the same stability those that mix least.
 */
export function analyseGame(game: Bimatrix): GameAnalysis {
  const { equilibria: found, isDegenerate, sets } = allEquilibria(game)
  const ordered = found
    .map((one, at) => ({
      one,
      at,
      stability: replicatorStability(game, one),
      mixed: support(one.row).length + support(one.column).length,
    }))
    .sort((a, b) => ranks[a.stability] - ranks[b.stability] || a.mixed - b.mixed || a.at - b.at)
  const equilibria = ordered.map(({ one }) => one)
  const places = new Map(ordered.map(({ at }, place) => [at, place]))
  const mirrored = transpose(game)
  const paths = Array.from({ length: game.row.length + game.row[0]!.length }, (_, label) => {
    const end = lemkeHowson(game, label)
    return {
      path: end.path,
      steps: end.steps.map(({ row, column }) => ({ row: row?.map(toText), column: column?.map(toText) })),
      end: equilibria.findIndex((one) => isSame(one, end)),
    }
  })
  return {
    isDegenerate,
    continua: sets
      .filter((members) => members.length > 1)
      .map((members) => members.map((at) => places.get(at)!).sort((a, b) => a - b))
      .map((members) => ({
        members,
        row: rangesOf(members.map((k) => equilibria[k]!.row)),
        column: rangesOf(members.map((k) => equilibria[k]!.column)),
      })),
    paths,
    equilibria: equilibria.map((one, k) => {
      const gains = deviationGains(game, one)
      return {
        row: sideOf(one.row, one.rowPayoff, payoffsAgainst(game.row, one.column), gains?.row),
        column: sideOf(one.column, one.columnPayoff, payoffsAgainst(mirrored.row, one.row), gains?.column),
        stability: ordered[k]!.stability,
        labels: paths.flatMap(({ end }, label) => (end === k ? [label] : [])),
      }
    }),
  }
}

function sideOf(
  mixture: readonly Rational[],
  payoff: Rational,
  against: readonly Rational[],
  gain: Rational | undefined,
): EquilibriumSide {
  return {
    mixture: mixture.map(toText),
    shares: mixture.map(toNumber),
    support: support(mixture),
    payoff: toText(payoff),
    against: against.map(toText),
    gain: gain ? toText(gain) : 'no distribution',
  }
}

/** Mixtures of points reach in each coordinate what the points themselves do, and no further. */
function rangesOf(mixtures: readonly (readonly Rational[])[]): ShareRange[] {
  return mixtures[0]!.map((_, k) => {
    const sorted = mixtures.map((mixture) => mixture[k]!).sort(compare)
    const [least, most] = [sorted[0]!, sorted.at(-1)!]
    return { least: toText(least), most: toText(most), shares: [toNumber(least), toNumber(most)] }
  })
}

function isSame(a: Equilibrium, b: Equilibrium): boolean {
  return a.row.every((x, i) => equals(x, b.row[i]!)) && a.column.every((y, j) => equals(y, b.column[j]!))
}
