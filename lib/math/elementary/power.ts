import { exp } from './exp'
import { log } from './log'

/**
 * bᵉ for b ≥ 0 with every bit fixed, which the engines' own power is not: whole exponents by squaring, others as e^(e ln b).
 */
export function power(base: number, exponent: number): number {
  if (Number.isInteger(exponent) && Math.abs(exponent) < 2 ** 31) return wholePower(base, exponent)
  if (base === 0) return exponent > 0 ? 0 : Number.POSITIVE_INFINITY
  return exp(exponent * log(base))
}

function wholePower(base: number, exponent: number): number {
  let [result, square] = [1, exponent < 0 ? 1 / base : base]
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square
    square *= square
  }
  return result
}
