import { InvalidInputError } from '@/lib/core/errors'

/** An exact fraction in lowest terms; the denominator is positive. */
export type Rational = { readonly n: bigint; readonly d: bigint }

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** n / d in lowest terms. @throws InvalidInputError when d is zero */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new InvalidInputError('A fraction has a denominator other than zero.')
  if (d === 1n) return { n, d }
  const divisor = greatestCommonDivisor(n, d)
  const sign = d < 0n ? -1n : 1n
  return { n: (sign * n) / divisor, d: (sign * d) / divisor }
}

/**
 * Reads a whole number, a fraction or a decimal exactly.
 *
 * @example parseRational('-1/30'); parseRational('0.25') // { n: 1n, d: 4n }
 * @throws InvalidInputError when the text is none of them
 */
export function parseRational(text: string): Rational {
  const match = /^\s*(-?)(\d{1,40})(?:\.(\d{1,40})|\/(\d{1,40}))?\s*$/.exec(text)
  if (!match) throw new InvalidInputError(`“${text}” is not a number: write it as 3, 0.25 or 1/4.`)
  const [, sign, whole, decimals = '', denominator] = match
  const n = BigInt(whole! + decimals)
  return rational(sign ? -n : n, denominator ? BigInt(denominator) : 10n ** BigInt(decimals.length))
}

/** The exact value of a double: 0.1 is not 1/10 but the fraction the double stands for. */
export function rationalOf(value: number): Rational {
  if (!Number.isFinite(value)) throw new InvalidInputError(`${value} is not a number to calculate with.`)
  let [scaled, exponent] = [value, 0n]
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    exponent += 1n
  }
  return rational(BigInt(scaled), 1n << exponent)
}

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d)
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n)
export const equals = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The double nearest to it within its last digit, whatever the size of numerator and denominator. */
export function toNumber({ n, d }: Rational): number {
  const [top, bottom] = [Number(n), Number(d)]
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom
  const shift = d.toString(2).length - n.toString(2).length + 64
  const quotient = shift >= 0 ? (n << BigInt(shift)) / d : n / (d << BigInt(-shift))
  const half = Math.trunc(shift / 2)
  return Number(quotient) * 2 ** -half * 2 ** (half - shift)
}

/** `1/30`, or `2` for a whole number. */
export function toText({ n, d }: Rational): string {
  return d === 1n ? n.toString() : `${n}/${d}`
}
