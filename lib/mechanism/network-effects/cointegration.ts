import { leastSquares } from './least-squares'

export type CointegrationTest = {
  /** t of the lagged residual */
  statistic: number
  /** critical values at 10 %, 5 % and 1 % for this number of observations */
  critical: { p10: number; p5: number; p1: number }
  /** the hypothesis of no cointegration is rejected at 5 % */
  isCointegrated: boolean
  lags: number
  n: number
}

/** MacKinnon's (2010) response surface for two variables with a constant: β∞ + β₁/T + β₂/T² + β₃/T³. */
const SURFACE = {
  p1: [-3.89644, -10.9519, -22.527, 0],
  p5: [-3.33613, -6.1101, -6.823, 0],
  p10: [-3.04445, -4.2412, -2.72, 0],
} as const

/**
 * Engle–Granger test that two series move together in the long run: a Dickey–Fuller regression on the residuals of y
 * on a constant and x, lags chosen by AIC among up to three. Without cointegration a regression of levels is spurious.
 * Differences are taken between consecutive months alone.
 * Source: Engle & Granger (1987); critical values MacKinnon (2010), table 2, N = 2, constant.
 *
 * @param months of the observations, in order; consecutive unless told
 * @throws InvalidInputError when there are too few observations
 */
export function engleGranger(
  x: readonly number[],
  y: readonly number[],
  months: readonly number[] = x.map((_, t) => t),
): CointegrationTest {
  const { residuals } = leastSquares(
    x.map((value) => [1, value]),
    y,
  )
  const difference = residuals.slice(1).map((value, t) => value - residuals[t]!)
  const most = Math.min(3, Math.floor(residuals.length / 8))
  // the same observations for every number of lags, so that criteria compare
  const known = difference.flatMap((_, t) =>
    t >= most && months[t + 1]! - months[t - most]! === most + 1 ? [t] : [],
  )
  const candidates = Array.from({ length: most + 1 }, (_, lags) => {
    const rows = known.map((t) => [
      residuals[t]!,
      ...Array.from({ length: lags }, (_, k) => difference[t - 1 - k]!),
    ])
    const fit = leastSquares(
      rows,
      known.map((t) => difference[t]!),
      0,
    )
    return { lags, fit, rows }
  })
  const { lags, fit, rows } = candidates.reduce((a, b) => (b.fit.aic < a.fit.aic ? b : a))
  const statistic = fit.coefficients[0]! / plainError(fit.residuals, rows)
  const n = fit.n
  const at = ([b0, b1, b2, b3]: readonly [number, number, number, number]) =>
    b0 + b1 / n + b2 / n ** 2 + b3 / n ** 3
  const critical = { p10: at(SURFACE.p10), p5: at(SURFACE.p5), p1: at(SURFACE.p1) }
  return { statistic, critical, isCointegrated: statistic < critical.p5, lags, n }
}

/** Ordinary standard error of the first coefficient: residual variance over what the other columns leave of it. */
function plainError(residuals: readonly number[], rows: readonly (readonly number[])[]): number {
  const k = rows[0]!.length
  const variance = residuals.reduce((sum, e) => sum + e * e, 0) / (residuals.length - k)
  const first = rows.map((row) => row[0]!)
  const left =
    k === 1
      ? first
      : leastSquares(
          rows.map((row) => row.slice(1)),
          first,
          0,
        ).residuals
  return Math.sqrt(variance / left.reduce((sum, value) => sum + value * value, 0))
}
