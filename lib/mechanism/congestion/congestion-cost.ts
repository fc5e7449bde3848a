import { InvalidInputError } from '@/lib/core/errors'

/** What being on a network costs one device when `x` devices share it; it must not fall as x grows. */
export type CongestionCost = {
  at: (x: number) => number
  /** what one more device adds to the cost of all: (x c(x))′ = c(x) + x c′(x) */
  marginal: (x: number) => number
  /** ∫₀ˣ c, the network's part of the potential */
  integral: (x: number) => number
}

/** c(x) = Σ coefficients[k] xᵏ with coefficients not below zero. */
export function polynomialCost(coefficients: readonly number[]): CongestionCost {
  if (coefficients.length === 0 || !coefficients.every((a) => a >= 0 && a < 1e15))
    throw new InvalidInputError('The coefficients of a cost are not below zero.')
  const sum = (x: number, factor: (k: number) => number) =>
    coefficients.reduceRight((value, a, k) => value * x + a * factor(k), 0)
  return {
    at: (x) => sum(x, () => 1),
    marginal: (x) => sum(x, (k) => k + 1),
    integral: (x) => x * sum(x, (k) => 1 / (k + 1)),
  }
}

/**
 * A network that shares a pool equally: each device costs its running cost less pool / x. The pool is paid out whatever
 * happens, so one more device adds its running cost to the sum and nothing else: all the rest it takes from the others.
 */
export function sharedPoolCost(poolUsd: number, runningCostUsd: number): CongestionCost {
  if (!(poolUsd > 0 && poolUsd < 1e15 && runningCostUsd >= 0 && runningCostUsd < 1e15))
    throw new InvalidInputError('A pool is above zero, a running cost not below.')
  // ∫ from one device on: the logarithm has no value at none
  return {
    at: (x) => runningCostUsd - poolUsd / x,
    marginal: () => runningCostUsd,
    integral: (x) => runningCostUsd * x - poolUsd * Math.log(x),
  }
}
