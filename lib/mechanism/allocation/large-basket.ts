import type { Highs } from 'highs'
import {
  type Basket,
  type BasketProblem,
  basketFigures,
  basketLosses,
  basketProgram,
  checkBasket,
  expectedGains,
  readBasketPrices,
  snapHolding,
} from './basket'
import { improveBasket } from './improve-basket'
import { InfeasibleError, type SolveOptions, SolverError } from './linear-program'
import { roundBasket } from './round-basket'
import { tailMean, tailScenarios } from './tail-loss'

const MAX_ROUNDS = 100

/** Scenarios looked at in bettering baskets of whole positions by hand: a fraction of a second. */
const SCENARIOS_LOOKED_AT = 16_000_000

/** Solver's seconds that are left, on the solver's own clock. */
type Allowance = { seconds: number }

/** The solver's word for a solution that keeps all limits. */
const FEASIBLE = 2

/**
 * The same basket as `chooseBasket` finds, for hundreds of candidates and a thousand scenarios: only a scenario in the
 * tail binds, so that the program starts with twice the tail of the evenly spread basket, and each round adds the
 * scenarios that its own basket's losses put above α. None left means the whole program is solved.
 *
 * Whole positions start from the scenarios of the shares' basket. When their time is up the best basket found is
 * given, and `gapUsd` says how far it may be from the best there is.
 *
 * @throws InfeasibleError when the limits exclude every basket
 * @throws SolverError when time runs out before any basket is found
 */
export function chooseLargeBasket(highs: Highs, problem: BasketProblem, options: SolveOptions = {}): Basket {
  return chooseWithShares(highs, problem, options).basket
}

/**
 * The basket, and the basket of shares that bounds it: the same one where shares are allowed.
 * @param searchSeconds most that the search for whole positions may take of the time
 * @throws as above
 */
export function chooseWithShares(
  highs: Highs,
  problem: BasketProblem,
  options: SolveOptions = {},
  searchSeconds = Number.POSITIVE_INFINITY,
): { basket: Basket; shares: Basket } {
  const { candidates, beta, whole } = problem
  const scenarios = checkBasket(problem)
  const allowance = { seconds: options.timeLimit ?? 30 }
  const listed = likelyTail(candidates, beta)
  const shares = settle(highs, { ...problem, whole: false }, listed, allowance, options)
  if (!whole) return { basket: shares, shares }
  const objective = (one: Basket) => (problem.aim.kind === 'least risk' ? one.cvarUsd : -one.gainUsd)
  allowance.seconds = Math.min(allowance.seconds, searchSeconds)
  const quick = bestByHand(problem, shares.holdings, Math.floor(SCENARIOS_LOOKED_AT / scenarios), objective)
  const searched =
    quick && allowance.seconds <= 0
      ? undefined
      : search(highs, problem, listed, allowance, options, quick !== undefined)
  const basket = !searched || (quick && objective(quick) < objective(searched)) ? quick : searched
  if (!basket) throw new SolverError('Time ran out before a basket of whole positions was found.')
  // the shares' basket bounds the whole ones', and so does what the search has proved
  const bound = objective(shares) - shares.gapUsd
  const proved = searched ? objective(searched) - searched.gapUsd : bound
  return { basket: { ...basket, gapUsd: objective(basket) - Math.max(bound, proved) }, shares }
}

/**
 * Whole positions by rounding and by moves of one or two: from the basket of shares, from the greatest gains, and from the
 * greatest gains per dollar and per dollar of tail loss, since moves from one start alone may end short of the best.
 */
function bestByHand(
  problem: BasketProblem,
  shares: Float64Array,
  evaluations: number,
  objective: (basket: Basket) => number,
): Basket | undefined {
  const { candidates, beta } = problem
  const gains = expectedGains(candidates)
  const perTail = candidates.map(({ costUsd, valuesUsd }, j) => {
    const tail = tailMean(
      valuesUsd.map((value) => costUsd - value),
      beta,
    )
    return gains[j]! / Math.max(tail, costUsd / 100)
  })
  const starts = [shares, gains, new Float64Array(candidates.length), perTail]
  const found = starts.flatMap((ranks): Basket[] => {
    const rounded = roundBasket(problem, ranks)
    if (!rounded) return []
    const holdings = improveBasket(problem, rounded, Math.floor(evaluations / starts.length))
    const figures = basketFigures(candidates, holdings, beta)
    return [{ holdings, ...figures, prices: undefined, gapUsd: Number.POSITIVE_INFINITY }]
  })
  return found.reduce<Basket | undefined>(
    (best, one) => (best && objective(best) <= objective(one) ? best : one),
    undefined,
  )
}

/** Scenarios to begin with: twice the tail of the evenly spread basket. */
export function likelyTail(candidates: BasketProblem['candidates'], beta: number): Set<number> {
  const scenarios = candidates[0]!.valuesUsd.length
  const even = new Float64Array(candidates.length).fill(1)
  const first = Math.min(1 - 1 / scenarios, Math.max(0, 1 - 2 * (1 - beta)))
  const { scenarios: tail } = tailScenarios(basketLosses(candidates, even), first)
  return new Set(tail.map(({ scenario }) => scenario))
}

/** The search for whole positions; without an answer in time `undefined`, if another basket is at hand. */
function search(
  highs: Highs,
  problem: BasketProblem,
  listed: Set<number>,
  allowance: Allowance,
  options: SolveOptions,
  hasOther: boolean,
): Basket | undefined {
  try {
    return settle(highs, problem, listed, allowance, options)
  } catch (error) {
    if (error instanceof SolverError && hasOther) return undefined
    throw error
  }
}

/** Solves with the listed scenarios, and lists more until none is missing. */
function settle(
  highs: Highs,
  problem: BasketProblem,
  listed: Set<number>,
  allowance: Allowance,
  options: SolveOptions,
): Basket {
  const { candidates, beta, whole } = problem
  const layout = basketProgram(problem, listed)
  const limit = Math.ceil(candidates[0]!.valuesUsd.length / 20)
  return highs.withModel(layout.program.build(), (model) => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: options.relativeGap ?? 1e-6,
      solver: options.solver ?? 'choose',
    })
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const { seconds } = allowance
      if (seconds <= 0) break
      const before = model.getRunTime()
      // a search for whole positions leaves time for the scenarios it may find missing
      model.options.set({ time_limit: before + (whole ? seconds / 2 : seconds) })
      model.run()
      allowance.seconds -= model.getRunTime() - before
      const status = model.getModelStatus()
      const { modelStatus } = highs.constants
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
        throw new InfeasibleError('No choice satisfies all the conditions at once.')
      const isFound = whole && Number(model.info.get('primal_solution_status')) === FEASIBLE
      if (status === modelStatus.timeLimit && !isFound) break
      if (status !== modelStatus.optimal && status !== modelStatus.timeLimit)
        throw new SolverError(`The solver ended without an answer (${status}).`)
      const { colValue, rowDual, colDual } = model.getSolution()
      const holdings = colValue.slice(0, candidates.length).map((share) => snapHolding(share, whole))
      const losses = basketLosses(candidates, holdings)
      const alpha = colValue[layout.alpha]!
      const missing = [...losses.keys()]
        .filter((s) => !listed.has(s) && losses[s]! > alpha + 1e-9 * problem.budgetUsd)
        .sort((a, b) => losses[b]! - losses[a]!)
        .slice(0, limit)
      if (missing.length === 0) {
        const figures = basketFigures(candidates, holdings, beta)
        const reached = problem.aim.kind === 'least risk' ? figures.cvarUsd : -figures.gainUsd
        const bound = whole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue()
        return {
          holdings,
          ...figures,
          prices: whole ? undefined : readBasketPrices(problem, layout, rowDual, colDual),
          gapUsd: reached - bound,
        }
      }
      for (const scenario of missing) {
        listed.add(scenario)
        const entries = layout.scenarioRow(scenario)
        model.addRow(0, Number.POSITIVE_INFINITY, {
          indices: entries.map(([variable]) => variable),
          values: entries.map(([, value]) => value),
        })
      }
    }
    throw new SolverError('Time ran out before the basket’s tail was settled.')
  })
}
