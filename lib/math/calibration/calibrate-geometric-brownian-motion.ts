import { normalCdf } from '../normal'
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov'
import { logPrices, type Observation, stepsOf } from './series'

export type GeometricBrownianMotionFit = {
  /** μ, per year: of the price, not of its logarithm */
  drift: number
  /** σ, per √year */
  volatility: number
  standardErrors: { drift: number; volatility: number }
  logLikelihood: number
  /** p-value of a Kolmogorov–Smirnov test of the standardised residuals against a normal */
  goodnessOfFit: number
}

/**
 * Geometric Brownian motion from prices by maximum likelihood, in closed form with gaps.
 * @throws CalibrationError with fewer than three known prices, one not above zero, or no variation
 */
export function calibrateGeometricBrownianMotion(prices: readonly Observation[]): GeometricBrownianMotionFit {
  const steps = stepsOf(logPrices(prices), 2)
  const n = steps.length
  const time = steps.reduce((sum, { dt }) => sum + dt, 0)
  const growth = steps.reduce((sum, { from, to }) => sum + to - from, 0) / time
  const variance = steps.reduce((sum, { from, to, dt }) => sum + (to - from - growth * dt) ** 2 / dt, 0) / n
  const volatility = Math.sqrt(variance)
  const residuals = steps.map(({ from, to, dt }) => (to - from - growth * dt) / (volatility * Math.sqrt(dt)))
  return {
    drift: growth + variance / 2,
    volatility,
    standardErrors: {
      drift: Math.sqrt(variance / time + variance ** 2 / (2 * n)),
      volatility: volatility / Math.sqrt(2 * n),
    },
    logLikelihood: steps.reduce((sum, { dt }) => sum - 0.5 * Math.log(2 * Math.PI * variance * dt), -n / 2),
    goodnessOfFit: kolmogorovSmirnov(residuals, normalCdf).pValue,
  }
}
