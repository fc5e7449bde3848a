import { add, compare, divide, multiply, ONE, type Rational, rational, subtract, ZERO } from './rational'

/** Coefficients from the constant term upwards; the last is not zero, and the zero polynomial is empty. */
export type Polynomial = readonly Rational[]

/** det(t·I − M) by Faddeev and LeVerrier's recursion, exact. A matrix without rows gives 1. */
export function characteristicPolynomial(matrix: readonly (readonly Rational[])[]): Polynomial {
  const size = matrix.length
  const coefficients: Rational[] = [ONE]
  let power = matrix.map((row) => row.map(() => ZERO))
  for (let k = 1; k <= size; k++) {
    const last = coefficients[0]!
    power = product(matrix, power).map((row, i) => row.map((x, j) => (i === j ? add(x, last) : x)))
    const trace = product(matrix, power).reduce((sum, row, i) => add(sum, row[i]!), ZERO)
    coefficients.unshift(divide(trace, rational(BigInt(-k))))
  }
  return coefficients
}

/** True when every complex root is a real number not above zero, by Sturm's count on the square-free part; exact. */
export function hasOnlyRootsUpToZero(polynomial: Polynomial): boolean {
  if (polynomial.length <= 1) return true
  const chain = sturmChain(polynomial)
  const simple = polynomial.length - chain.at(-1)!.length
  return changes(chain.map(signAtMinusInfinity)) - changes(chain.map(signAtZero)) === simple
}

export function product(
  a: readonly (readonly Rational[])[],
  b: readonly (readonly Rational[])[],
): Rational[][] {
  return a.map((row) =>
    (b[0] ?? []).map((_, j) => row.reduce((sum, x, k) => add(sum, multiply(x, b[k]![j]!)), ZERO)),
  )
}

/**
 * p, p′ and the negated remainders down to their greatest common divisor. Divided by it the chain is that of the
 * square-free part, whose signs change as often, except at a root of the divisor; zero is one only if it is a root of p,
 * and there the chain is read just above zero.
 */
function sturmChain(polynomial: Polynomial): Polynomial[] {
  const chain = [polynomial, derivative(polynomial)]
  for (;;) {
    const rest = remainder(chain.at(-2)!, chain.at(-1)!)
    if (rest.length === 0) return chain
    chain.push(rest.map((x) => subtract(ZERO, x)))
  }
}

function derivative(polynomial: Polynomial): Polynomial {
  return polynomial.slice(1).map((x, k) => multiply(x, rational(BigInt(k + 1))))
}

function remainder(a: Polynomial, b: Polynomial): Polynomial {
  let rest = [...a]
  while (rest.length >= b.length) {
    const factor = divide(rest.at(-1)!, b.at(-1)!)
    const shift = rest.length - b.length
    rest = rest.map((x, k) => (k < shift ? x : subtract(x, multiply(factor, b[k - shift]!))))
    while (rest.length > 0 && rest.at(-1)!.n === 0n) rest.pop()
  }
  return rest
}

/** The sign just above zero: of the lowest coefficient that is not zero. */
function signAtZero(polynomial: Polynomial): number {
  const lowest = polynomial.find(({ n }) => n !== 0n)
  return lowest ? Math.sign(compare(lowest, ZERO)) : 0
}

function signAtMinusInfinity(polynomial: Polynomial): number {
  const highest = Math.sign(compare(polynomial.at(-1)!, ZERO))
  return polynomial.length % 2 === 1 ? highest : -highest
}

function changes(signs: readonly number[]): number {
  return signs.filter((sign, k) => k > 0 && sign !== signs[k - 1]).length
}
