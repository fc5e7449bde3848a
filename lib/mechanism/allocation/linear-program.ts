import type { Highs, ModelData } from 'highs'
import { ConflictError, HotswapError } from '@/lib/core/errors'

/** The solver ended without an answer: too little time, or numbers it cannot work with. */
export class SolverError extends HotswapError {
  override readonly name = 'SolverError'
}

/** No choice satisfies all the conditions at once. */
export class InfeasibleError extends ConflictError {
  override readonly name = 'InfeasibleError'
}

export type Solution = {
  objective: number
  values: Float64Array
  /** what one unit more of each row's bound adds to the objective; undefined for a problem with whole variables */
  rowPrices: Float64Array | undefined
  /** what one unit of each variable adds beside its cost; undefined likewise */
  reducedCosts: Float64Array | undefined
  /** objective less that of the dual: what is left to prove, zero at an optimum; for whole variables less the bound */
  gap: number
}

/** A linear, mixed-integer or convex quadratic program in the making: minimise Σ cost·x + ½ xᵀQx under bounds and rows. */
export class ProgramBuilder {
  readonly #cost: number[] = []
  readonly #lower: number[] = []
  readonly #upper: number[] = []
  readonly #isWhole: number[] = []
  readonly #rowLower: number[] = []
  readonly #rowUpper: number[] = []
  readonly #starts: number[] = [0]
  readonly #indices: number[] = []
  readonly #values: number[] = []

  /** Adds a variable and returns its number. */
  variable(cost: number, lower = 0, upper = Number.POSITIVE_INFINITY, isWhole = false): number {
    this.#cost.push(cost)
    this.#lower.push(lower)
    this.#upper.push(upper)
    this.#isWhole.push(isWhole ? 1 : 0)
    return this.#cost.length - 1
  }

  /** Adds lower ≤ Σ value·x ≤ upper and returns the row's number. Zero values are left out. */
  row(lower: number, upper: number, entries: Iterable<readonly [variable: number, value: number]>): number {
    for (const [variable, value] of entries)
      if (value !== 0) {
        this.#indices.push(variable)
        this.#values.push(value)
      }
    this.#rowLower.push(lower)
    this.#rowUpper.push(upper)
    this.#starts.push(this.#indices.length)
    return this.#rowLower.length - 1
  }

  /** @param hessian lower triangle of Q by columns */
  build(hessian?: ModelData['hessian']): ModelData {
    const [numCols, numRows] = [this.#cost.length, this.#rowLower.length]
    return {
      numCols,
      numRows,
      colCost: Float64Array.from(this.#cost),
      colLower: Float64Array.from(this.#lower),
      colUpper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(this.#starts),
        indices: Int32Array.from(this.#indices),
        values: Float64Array.from(this.#values),
      },
      ...(this.#isWhole.includes(1) && { integrality: Int32Array.from(this.#isWhole) }),
      ...(hessian && { hessian }),
    }
  }
}

export type SolveOptions = {
  /** seconds after which the solver gives up */
  timeLimit?: number
  /** for whole variables: relative distance to the bound that is good enough */
  relativeGap?: number
  solver?: 'choose' | 'simplex' | 'ipm'
}

/**
 * Solves a program to its optimum, always with the same pivots for the same program.
 * @throws InfeasibleError when the conditions exclude each other
 * @throws SolverError when the solver ends for any other reason
 */
export function solveProgram(highs: Highs, program: ModelData, options: SolveOptions = {}): Solution {
  return highs.withModel(program, (model) => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      time_limit: options.timeLimit ?? 30,
      mip_rel_gap: options.relativeGap ?? 1e-6,
      solver: options.solver ?? 'choose',
    })
    model.run()
    const status = model.getModelStatus()
    const { modelStatus } = highs.constants
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
      throw new InfeasibleError('No choice satisfies all the conditions at once.')
    if (status !== modelStatus.optimal)
      throw new SolverError(`The solver ended without an answer (${status}).`)
    const { colValue, rowDual, colDual } = model.getSolution()
    const objective = model.getObjectiveValue()
    if (program.integrality) {
      const gap = objective - Number(model.info.get('mip_dual_bound'))
      return { objective, values: colValue, rowPrices: undefined, reducedCosts: undefined, gap }
    }
    // ½ xᵀQx counts once more, negative, in the dual of a quadratic program
    const curvature = program.hessian ? objective - dot(program.colCost, colValue) : 0
    const dual =
      bound(rowDual, program.rowLower, program.rowUpper) + bound(colDual, program.colLower, program.colUpper)
    return {
      objective,
      values: colValue,
      rowPrices: rowDual,
      reducedCosts: colDual,
      gap: objective - dual + curvature,
    }
  })
}

/** Σ price × the bound that the price leans on. */
function bound(prices: Float64Array, lower: ArrayLike<number>, upper: ArrayLike<number>): number {
  let sum = 0
  prices.forEach((price, i) => {
    const at = price > 0 ? lower[i]! : upper[i]!
    if (price !== 0 && Number.isFinite(at)) sum += price * at
  })
  return sum
}

function dot(a: ArrayLike<number>, b: Float64Array): number {
  return b.reduce((sum, value, i) => sum + value * a[i]!, 0)
}
