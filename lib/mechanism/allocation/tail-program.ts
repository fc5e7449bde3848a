import type { Highs, Model } from 'highs'
import {
  type Basket,
  type BasketProblem,
  basketFigures,
  basketLosses,
  basketProgram,
  checkBasket,
  readBasketPrices,
  snapHolding,
} from './basket'
import { likelyTail } from './large-basket'
import { InfeasibleError, type SolveOptions, SolverError } from './linear-program'

const MAX_ROUNDS = 100

/** A basket of shares whose limits can be moved and which is then solved on from where it stood. */
export type TailProgram = {
  /** @throws InfeasibleError, SolverError */
  solve(): Basket
  /** the most the basket may spend. USD */
  setBudget(dollars: number): void
  /** the most its tail may lose; for problems of most gain. USD */
  setTail(dollars: number): void
  /** the most the k-th capped group may take. USD */
  setCap(k: number, dollars: number): void
}

/**
 * Asks many questions of one basket of shares: each solves a program that differs from the last in one limit, so that few
 * pivots are left. The tail's scenarios that one question brought in stay for the next.
 *
 * @param options time is counted over all questions
 */
export function withTailProgram<answer>(
  highs: Highs,
  problem: BasketProblem,
  options: SolveOptions,
  ask: (program: TailProgram) => answer,
): answer {
  const { candidates, beta, budgetUsd } = problem
  checkBasket(problem)
  const listed = likelyTail(candidates, beta)
  const layout = basketProgram({ ...problem, whole: false }, listed)
  return highs.withModel(layout.program.build(), (model) => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      solver: options.solver ?? 'choose',
      time_limit: options.timeLimit ?? 30,
    })
    const addScenario = (scenario: number) => {
      listed.add(scenario)
      const entries = layout.scenarioRow(scenario)
      model.addRow(0, Number.POSITIVE_INFINITY, {
        indices: entries.map(([variable]) => variable),
        values: entries.map(([, value]) => value),
      })
    }
    const limit = (row: number) => (dollars: number) =>
      model.changeRowBounds(row, Number.NEGATIVE_INFINITY, dollars)
    return ask({
      setBudget: limit(layout.budget),
      setTail: limit(layout.aim),
      setCap: (k, dollars) => limit(layout.caps[k]!)(dollars),
      solve() {
        for (let round = 0; round < MAX_ROUNDS; round++) {
          run(highs, model)
          const { colValue, rowDual, colDual } = model.getSolution()
          const holdings = colValue.slice(0, candidates.length).map((share) => snapHolding(share, false))
          const losses = basketLosses(candidates, holdings)
          const alpha = colValue[layout.alpha]!
          const missing = [...losses.keys()].filter(
            (s) => !listed.has(s) && losses[s]! > alpha + 1e-9 * budgetUsd,
          )
          if (missing.length === 0) {
            const figures = basketFigures(candidates, holdings, beta)
            const reached = problem.aim.kind === 'least risk' ? figures.cvarUsd : -figures.gainUsd
            return {
              holdings,
              ...figures,
              prices: readBasketPrices(problem, layout, rowDual, colDual),
              gapUsd: reached - model.getObjectiveValue(),
            }
          }
          missing.sort((a, b) => losses[b]! - losses[a]!)
          for (const scenario of missing.slice(0, Math.ceil(losses.length / 20))) addScenario(scenario)
        }
        throw new SolverError('The basket’s tail was not settled.')
      },
    })
  })
}

function run(highs: Highs, model: Model): void {
  model.run()
  const status = model.getModelStatus()
  const { modelStatus } = highs.constants
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    throw new InfeasibleError('No choice satisfies all the conditions at once.')
  if (status !== modelStatus.optimal) throw new SolverError(`The solver ended without an answer (${status}).`)
}
