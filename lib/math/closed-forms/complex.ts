/** A complex number: real and imaginary part. */
export type Complex = readonly [number, number]

export const add = (a: Complex, b: Complex): Complex => [a[0] + b[0], a[1] + b[1]]
export const subtract = (a: Complex, b: Complex): Complex => [a[0] - b[0], a[1] - b[1]]
export const scale = (a: Complex, factor: number): Complex => [a[0] * factor, a[1] * factor]
export const multiply = (a: Complex, b: Complex): Complex => [
  a[0] * b[0] - a[1] * b[1],
  a[0] * b[1] + a[1] * b[0],
]
export const divide = (a: Complex, b: Complex): Complex =>
  scale(multiply(a, [b[0], -b[1]]), 1 / (b[0] * b[0] + b[1] * b[1]))
export const exponential = (a: Complex): Complex => scale([Math.cos(a[1]), Math.sin(a[1])], Math.exp(a[0]))
/** Principal branch. */
export const logarithm = (a: Complex): Complex => [Math.log(Math.hypot(...a)), Math.atan2(a[1], a[0])]
/** The root with non-negative real part. */
export const squareRoot = (a: Complex): Complex => {
  const modulus = Math.hypot(...a)
  const real = Math.sqrt((modulus + a[0]) / 2)
  const imaginary = Math.sqrt(Math.max(modulus - a[0], 0) / 2)
  return [real, a[1] < 0 ? -imaginary : imaginary]
}
