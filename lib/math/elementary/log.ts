const LN2_HI = 0.6931471803691238
const LN2_LO = 1.9082149292705877e-10
const TWO54 = 18_014_398_509_481_984

const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)
double[0] = 1
/** Where the word with sign and exponent lies: 1 on little-endian machines. */
const HIGH = words[1] === 0 ? 0 : 1

/**
 * Natural logarithm with every bit fixed (see `exp`). Error below one unit in the last place; bit for bit FreeBSD's
 * `e_log.c` (Sun Microsystems 1993) and so @stdlib/math-base-special-ln. −∞ at 0, NaN below.
 */
export function log(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY
  if (!(x > 0)) return Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  double[0] = x
  let high = words[HIGH]!
  let k = 0
  if (high < 0x00100000) {
    double[0] = x * TWO54
    high = words[HIGH]!
    k = -54
  }
  k += (high >> 20) - 1023
  high &= 0x000fffff
  const shift = (high + 0x95f64) & 0x100000
  words[HIGH] = high | (shift ^ 0x3ff00000)
  k += shift >> 20
  const f = double[0]! - 1
  if ((0x000fffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HI + k * LN2_LO
    const r = f * f * (0.5 - 0.3333333333333333 * f)
    return k === 0 ? f - r : k * LN2_HI - (r - k * LN2_LO - f)
  }
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const r = odd + even
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f
    return k === 0 ? f - (half - s * (half + r)) : k * LN2_HI - (half - (s * (half + r) + k * LN2_LO) - f)
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HI - (s * (f - r) - k * LN2_LO - f)
}
