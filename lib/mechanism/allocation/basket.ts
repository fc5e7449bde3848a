import type { Highs } from 'highs'
import { InvalidInputError } from '@/lib/core/errors'
import { ProgramBuilder, type SolveOptions, solveProgram } from './linear-program'
import { tailScenarios } from './tail-loss'

export type Candidate = {
  id: string
  /** what it takes to buy all of it, fees included */
  costUsd: number
  /** present value in each scenario; every candidate has the same scenarios */
  valuesUsd: Float64Array
  /** what it counts towards, such as `network:helium-iot`, `operator:0x…`, `cell:…` */
  groups?: readonly string[]
}

export type BasketProblem = {
  candidates: readonly Candidate[]
  /** the most that may be spent */
  budgetUsd: number
  /** level of the tail: 0.95 looks at the worst twentieth */
  beta: number
  /** least tail loss that still gains so much on average, or most gain whose tail loss stays within a limit */
  aim: { kind: 'least risk'; gainUsd?: number } | { kind: 'most gain'; cvarUsd: number }
  /** most of the budget that a group may take */
  caps?: readonly { group: string; share: number }[]
  /** whole positions only, or any share of them */
  whole: boolean
  /** spend the whole budget; needs shares */
  spendAll?: boolean
}

export type Basket = {
  /** share of each candidate bought, 0 … 1 */
  holdings: Float64Array
  costUsd: number
  /** mean of value less cost */
  gainUsd: number
  /** mean of the worst 1 − β of cost less value */
  cvarUsd: number
  valueAtRiskUsd: number
  /** undefined for whole positions */
  prices: BasketPrices | undefined
  /** objective left to prove, in dollars */
  gapUsd: number
}

/** What a dollar more of each limit is worth in the aim's dollars, and why a candidate is not held. */
export type BasketPrices = {
  budget: number
  aim: number
  caps: { group: string; price: number }[]
  /** what holding one candidate whole would do to the aim: below zero it is held up only by its size, above it hurts */
  candidates: Float64Array
}

/**
 * Chooses a basket of positions by mean and conditional value at risk, as a linear program, or with whole positions as
 * a mixed-integer one: u_s ≥ loss_s − α, CVaR = α + Σ u_s / ((1 − β) S). The plain program, with every scenario in it;
 * `chooseLargeBasket` finds the same with few.
 * Source: Rockafellar & Uryasev (2000), “Optimization of conditional value-at-risk”.
 *
 * @throws InfeasibleError when the limits exclude every basket
 */
export function chooseBasket(highs: Highs, problem: BasketProblem, options: SolveOptions = {}): Basket {
  const { candidates, beta, whole } = problem
  const scenarios = checkBasket(problem)
  const layout = basketProgram(
    problem,
    Array.from({ length: scenarios }, (_, s) => s),
  )
  const { values, rowPrices, reducedCosts, gap } = solveProgram(highs, layout.program.build(), options)
  const holdings = values.slice(0, candidates.length).map((share) => snapHolding(share, whole))
  return {
    holdings,
    ...basketFigures(candidates, holdings, beta),
    prices: rowPrices && reducedCosts && readBasketPrices(problem, layout, rowPrices, reducedCosts),
    gapUsd: gap,
  }
}

/** Where things stand in a basket's program: candidates are its first variables. */
export type BasketLayout = {
  program: ProgramBuilder
  alpha: number
  budget: number
  aim: number
  caps: number[]
  /** entries of the row u_s + α − loss_s ≥ 0 */
  scenarioRow: (scenario: number) => (readonly [number, number])[]
}

/** The program of a basket, with the rows of the scenarios that are listed. */
export function basketProgram(problem: BasketProblem, scenarios: Iterable<number>): BasketLayout {
  const { candidates, budgetUsd, beta, aim, caps = [], whole } = problem
  const count = candidates[0]!.valuesUsd.length
  const gains = expectedGains(candidates)
  const isRisk = aim.kind === 'least risk'
  const program = new ProgramBuilder()
  for (const gain of gains) program.variable(isRisk ? 0 : -gain, 0, 1, whole)
  const tail = 1 / ((1 - beta) * count)
  const alpha = program.variable(isRisk ? 1 : 0, Number.NEGATIVE_INFINITY)
  const excess = Array.from({ length: count }, () => program.variable(isRisk ? tail : 0))
  const budget = program.row(
    problem.spendAll ? budgetUsd : Number.NEGATIVE_INFINITY,
    budgetUsd,
    candidates.map(({ costUsd }, j) => [j, costUsd]),
  )
  const aimRow = isRisk
    ? program.row(
        aim.gainUsd ?? Number.NEGATIVE_INFINITY,
        Number.POSITIVE_INFINITY,
        gains.map((gain, j) => [j, gain]),
      )
    : program.row(Number.NEGATIVE_INFINITY, aim.cvarUsd, [
        [alpha, 1],
        ...excess.map((u) => [u, tail] as const),
      ])
  const capRows = caps.map(({ group, share }) =>
    program.row(
      Number.NEGATIVE_INFINITY,
      share * budgetUsd,
      candidates.flatMap(({ groups, costUsd }, j) =>
        groups?.includes(group) ? [[j, costUsd] as const] : [],
      ),
    ),
  )
  const scenarioRow = (s: number) => [
    ...candidates.map(({ costUsd, valuesUsd }, j) => [j, valuesUsd[s]! - costUsd] as const),
    [alpha, 1] as const,
    [excess[s]!, 1] as const,
  ]
  for (const s of scenarios) program.row(0, Number.POSITIVE_INFINITY, scenarioRow(s))
  return { program, alpha, budget, aim: aimRow, caps: capRows, scenarioRow }
}

/** The prices of a basket's limits, from the solver's. */
export function readBasketPrices(
  { candidates, caps = [] }: BasketProblem,
  layout: BasketLayout,
  rowPrices: Float64Array,
  reducedCosts: Float64Array,
): BasketPrices {
  return {
    budget: rowPrices[layout.budget]!,
    aim: rowPrices[layout.aim]!,
    caps: layout.caps.map((row, k) => ({ group: caps[k]!.group, price: rowPrices[row]! })),
    candidates: reducedCosts.slice(0, candidates.length),
  }
}

/** Mean value less cost of each candidate. */
export function expectedGains(candidates: readonly Candidate[]): number[] {
  return candidates.map(({ costUsd, valuesUsd }) => mean(valuesUsd) - costUsd)
}

/** Loss of the holdings in each scenario: cost less value; of no candidates, nothing in the one scenario there is. */
export function basketLosses(candidates: readonly Candidate[], holdings: Float64Array): Float64Array {
  const losses = new Float64Array(candidates[0]?.valuesUsd.length ?? 1)
  candidates.forEach(({ costUsd, valuesUsd }, j) => {
    const share = holdings[j]!
    if (share !== 0) for (let s = 0; s < losses.length; s++) losses[s]! += share * (costUsd - valuesUsd[s]!)
  })
  return losses
}

/** Cost, mean gain and tail loss of holdings, computed from the scenarios and from nothing the solver says. */
export function basketFigures(
  candidates: readonly Candidate[],
  holdings: Float64Array,
  beta: number,
): Pick<Basket, 'costUsd' | 'gainUsd' | 'cvarUsd' | 'valueAtRiskUsd'> {
  const losses = basketLosses(candidates, holdings)
  const costUsd = candidates.reduce((sum, candidate, j) => sum + holdings[j]! * candidate.costUsd, 0)
  const { cvar, valueAtRisk } = tailScenarios(losses, beta)
  return { costUsd, gainUsd: -mean(losses), cvarUsd: cvar, valueAtRiskUsd: valueAtRisk }
}

/** Rounds away what the solver leaves of 0 and 1. */
export function snapHolding(share: number, whole: boolean): number {
  if (whole) return Math.round(share)
  return Math.min(1, Math.max(0, Math.abs(share) < 1e-12 ? 0 : share))
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Number of scenarios. @throws InvalidInputError when a figure is out of range */
export function checkBasket({
  candidates,
  budgetUsd,
  beta,
  caps = [],
  whole,
  spendAll,
}: BasketProblem): number {
  const scenarios = candidates[0]?.valuesUsd.length ?? 0
  if (
    scenarios === 0 ||
    candidates.some(({ valuesUsd }) => valuesUsd.length !== scenarios || !valuesUsd.every(Number.isFinite))
  )
    throw new InvalidInputError('Every candidate needs a value in each of the same scenarios.')
  if (
    !(budgetUsd > 0 && budgetUsd < 1e12) ||
    !candidates.every(({ costUsd }) => costUsd > 0 && costUsd < 1e12)
  )
    throw new InvalidInputError('The budget and every candidate’s cost must be above zero.')
  if (!(beta > 0 && beta < 1) || !caps.every(({ share }) => share >= 0 && share <= 1))
    throw new InvalidInputError('The level of the tail and the caps lie between 0 and 1.')
  if (whole && spendAll)
    throw new InvalidInputError('Whole positions seldom add up to a budget: allow shares, or less.')
  return scenarios
}
