import type { Highs } from 'highs'
import { type Basket, type BasketProblem, basketFigures, expectedGains, snapHolding } from './basket'
import { ProgramBuilder, type SolveOptions, solveProgram } from './linear-program'

/** What a basket by mean and variance is asked: the limits of `BasketProblem`, and how much risk weighs. */
export type VarianceProblem = Omit<BasketProblem, 'aim' | 'spendAll'> & {
  /** relative risk aversion of someone who owns the budget: 1 is a log investor's, 10 a very careful one's */
  aversion: number
}

/**
 * Chooses the basket of greatest mean gain − aversion / (2 budget) · variance. Shares by a quadratic program, to its optimum;
 * whole positions by rounding it and by adding, dropping and exchanging one at a time until nothing betters it,
 * with `gapUsd` the distance to the shares' objective, which no basket exceeds.
 * Source: Markowitz (1952), “Portfolio selection”.
 */
export function chooseVarianceBasket(
  highs: Highs,
  problem: VarianceProblem,
  options: SolveOptions = {},
): { basket: Basket; shares: Basket } {
  const { candidates, budgetUsd, caps = [], whole, beta, aversion } = problem
  const covariance = covariances(candidates)
  const gains = expectedGains(candidates)
  const weight = aversion / budgetUsd
  const program = new ProgramBuilder()
  for (const gain of gains) program.variable(-gain, 0, 1)
  const none = Number.NEGATIVE_INFINITY
  const budget = program.row(
    none,
    budgetUsd,
    candidates.map(({ costUsd }, j) => [j, costUsd]),
  )
  const capRows = caps.map(({ group, share }) =>
    program.row(
      none,
      share * budgetUsd,
      candidates.flatMap(({ groups, costUsd }, j) =>
        groups?.includes(group) ? [[j, costUsd] as const] : [],
      ),
    ),
  )
  const { values, rowPrices, reducedCosts, gap } = solveProgram(
    highs,
    program.build(hessianOf(covariance, weight)),
    options,
  )
  const holdings = values.map((share) => snapHolding(share, false))
  const score = (held: Float64Array) => {
    const gain = gains.reduce((sum, each, j) => sum + held[j]! * each, 0)
    return gain - (weight / 2) * varianceOf(covariance, held)
  }
  const shares: Basket = {
    holdings,
    ...basketFigures(candidates, holdings, beta),
    prices: {
      budget: rowPrices?.[budget] ?? 0,
      aim: 0,
      caps: capRows.map((row, k) => ({ group: caps[k]!.group, price: rowPrices?.[row] ?? 0 })),
      candidates: reducedCosts ?? new Float64Array(candidates.length),
    },
    gapUsd: gap,
  }
  if (!whole) return { basket: shares, shares }
  const chosen = wholeByExchange(problem, gains, covariance, weight, holdings)
  return {
    basket: {
      holdings: chosen,
      ...basketFigures(candidates, chosen, beta),
      prices: undefined,
      gapUsd: Math.max(0, score(holdings) - score(chosen)),
    },
    shares,
  }
}

/** Covariances of the candidates' values over the scenarios, divisor scenarios − 1. USD² */
export function covariances(candidates: VarianceProblem['candidates']): Float64Array[] {
  const scenarios = candidates[0]!.valuesUsd.length
  const deviations = candidates.map(({ valuesUsd }) => {
    const mean = valuesUsd.reduce((sum, value) => sum + value, 0) / scenarios
    return valuesUsd.map((value) => value - mean)
  })
  const rows = candidates.map(() => new Float64Array(candidates.length))
  deviations.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const b = deviations[j]!
      let sum = 0
      for (let s = 0; s < scenarios; s++) sum += a[s]! * b[s]!
      rows[i]![j] = rows[j]![i] = sum / (scenarios - 1)
    }
  })
  return rows
}

/** xᵀ C x */
export function varianceOf(covariance: readonly Float64Array[], holdings: Float64Array): number {
  let sum = 0
  holdings.forEach((a, i) => {
    if (a === 0) return
    holdings.forEach((b, j) => {
      if (b !== 0) sum += a * b * covariance[i]![j]!
    })
  })
  return sum
}

function hessianOf(covariance: readonly Float64Array[], weight: number) {
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []]
  covariance.forEach((row, j) => {
    for (let i = j; i < row.length; i++) {
      indices.push(i)
      // sums of a thousand products are not semidefinite to the last bit
      values.push(weight * row[i]! * (i === j ? 1 + 1e-9 : 1))
    }
    starts.push(indices.length)
  })
  return { format: 'triangular', dimension: covariance.length, starts, indices, values } as const
}

/** Whole positions: those of the largest share first, then moves of one or two while they gain and every limit holds. */
function wholeByExchange(
  { candidates, budgetUsd, caps = [] }: VarianceProblem,
  gains: readonly number[],
  covariance: readonly Float64Array[],
  weight: number,
  shares: Float64Array,
): Float64Array {
  const held = new Float64Array(candidates.length)
  /** covariance of each candidate with the basket */
  const withBasket = new Float64Array(candidates.length)
  let left = budgetUsd
  const members = caps.map(({ group }) => candidates.map(({ groups }) => groups?.includes(group) ?? false))
  const room = caps.map(({ share }) => share * budgetUsd)
  const cost = (j: number | undefined) => (j === undefined ? 0 : candidates[j]!.costUsd)
  const part = (k: number, j: number | undefined) => (j !== undefined && members[k]![j] ? cost(j) : 0)

  const gained = (out: number | undefined, into: number | undefined): number => {
    let gain = 0
    let spread = 0
    if (into !== undefined) {
      gain += gains[into]!
      spread += 2 * withBasket[into]! + covariance[into]![into]!
    }
    if (out !== undefined) {
      gain -= gains[out]!
      spread += covariance[out]![out]! - 2 * withBasket[out]!
      if (into !== undefined) spread -= 2 * covariance[into]![out]!
    }
    return gain - (weight / 2) * spread
  }
  const fits = (out: number | undefined, into: number | undefined): boolean =>
    cost(into) - cost(out) <= left && room.every((free, k) => part(k, into) - part(k, out) <= free)
  const move = (out: number | undefined, into: number | undefined) => {
    for (const [j, sign] of [
      [out, -1],
      [into, 1],
    ] as const) {
      if (j === undefined) continue
      held[j] = sign === 1 ? 1 : 0
      left -= sign * cost(j)
      room.forEach((_, k) => {
        room[k]! -= sign * part(k, j)
      })
      const row = covariance[j]!
      for (let i = 0; i < row.length; i++) withBasket[i]! += sign * row[i]!
    }
  }

  const order = [...candidates.keys()].sort(
    (a, b) => shares[b]! - shares[a]! || gains[b]! / cost(b) - gains[a]! / cost(a),
  )
  for (const j of order) if (fits(undefined, j) && gained(undefined, j) > 0) move(undefined, j)
  for (;;) {
    let [best, from, to]: [number, number | undefined, number | undefined] = [1e-9, undefined, undefined]
    const inside: (number | undefined)[] = [undefined, ...candidates.keys()].filter(
      (j) => j === undefined || held[j] === 1,
    )
    for (const into of [undefined, ...candidates.keys()]) {
      if (into !== undefined && held[into] === 1) continue
      for (const out of inside) {
        const gain = gained(out, into)
        if (gain > best && fits(out, into)) [best, from, to] = [gain, out, into]
      }
    }
    if (from === undefined && to === undefined) return held
    move(from, to)
  }
}
