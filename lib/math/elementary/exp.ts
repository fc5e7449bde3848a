const LN2_HI = 0.6931471803691238
const LN2_LO = 1.9082149292705877e-10
const LOG2_E = 1.4426950408889634
const OVERFLOW = 709.782712893384
const UNDERFLOW = -745.1332191019411
const NEARLY_ZERO = 1 / 2 ** 28

/** 2^(index − 1074), exactly: built by doubling, since the engine may compute powers as it likes. */
const POWERS = new Float64Array(2098)
for (let index = 0, power = Number.MIN_VALUE; index < POWERS.length; index++, power *= 2)
  POWERS[index] = power

/**
 * eˣ with every bit fixed: additions, multiplications and divisions alone, which IEEE 754 determines, so that every
 * JavaScript engine gives the same. Error below one unit in the last place; bit for bit FreeBSD's `e_exp.c`
 * (Sun Microsystems 1993) and so @stdlib/math-base-special-exp, without its slow scaling.
 */
export function exp(x: number): number {
  if (!(x >= UNDERFLOW)) return Number.isNaN(x) ? x : 0
  if (x > OVERFLOW) return Number.POSITIVE_INFINITY
  if (x > -NEARLY_ZERO && x < NEARLY_ZERO) return 1 + x
  const k = (x < 0 ? LOG2_E * x - 0.5 : LOG2_E * x + 0.5) | 0
  const hi = x - k * LN2_HI
  const lo = k * LN2_LO
  const t = hi - lo
  const tt = t * t
  const c =
    t -
    tt *
      (0.16666666666666602 +
        tt *
          (-0.0027777777777015593 +
            tt * (0.00006613756321437934 + tt * (-0.0000016533902205465252 + tt * 4.1381367970572385e-8))))
  const y = 1 - (lo - (t * c) / (2 - c) - hi)
  // the two ends of the exponent's range take two steps, the last of which alone can round
  if (k > 1023) return y * 2 * POWERS[k + 1073]!
  if (k < -1021) return y * POWERS[k + 1128]! * 2 ** -54
  return y * POWERS[k + 1074]!
}
