import { exp } from './exp'

const SHARE = 64
const PER_SHARE = SHARE / Math.LN2
const HI = 0.6931471803691238 / SHARE
const LO = 1.9082149292705877e-10 / SHARE
/** Adding and taking away 1.5 · 2⁵² rounds to the nearest whole number. */
const ROUND = 6_755_399_441_055_744

/** exp(j ln 2 / 64), and 2^k for k = −1023 … 1023. */
const SHARES = Float64Array.from({ length: SHARE }, (_, j) => exp((j * Math.LN2) / SHARE))
const POWERS = new Float64Array(2047)
for (let i = 0, power = 2 ** -1023; i < POWERS.length; i++, power *= 2) POWERS[i] = power

/**
 * eˣ for inner loops: a table of 64 shares of ln 2 and a polynomial, without division. Error below two units in the last
 * place; additions and multiplications alone, so every bit is fixed as with `exp`, but they are not `exp`'s bits.
 */
export function quickExp(x: number): number {
  if (!(x > -700 && x < 700)) return exp(x)
  const whole = x * PER_SHARE + ROUND - ROUND
  const k = whole | 0
  const r = x - whole * HI - whole * LO
  const p =
    r + r * r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333)))
  const share = SHARES[k & 63]!
  return (share + share * p) * POWERS[(k >> 6) + 1023]!
}
