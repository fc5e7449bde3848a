import { normalCdf } from '../normal'
import { nelderMead } from '../optimisation/nelder-mead'
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov'
import { CalibrationError, type Observation, type Step, stepsOf } from './series'
import { standardErrors } from './standard-errors'

export type OrnsteinUhlenbeckFit = {
  /** κ, per year */
  speed: number
  level: number
  /** σ, per √year */
  volatility: number
  standardErrors: { speed: number; level: number; volatility: number }
  logLikelihood: number
  /** p-value of a Kolmogorov–Smirnov test of the standardised residuals against a normal */
  goodnessOfFit: number
}

const LEAST_STEPS = 10

/**
 * Ornstein–Uhlenbeck by maximum likelihood of its exact discretisation,
 * x' = θ + (x − θ) e^(−κ dt) + normal of variance σ² (1 − e^(−2κ dt)) / 2κ. Equal steps have a closed form (an
 * autoregression); with gaps that form is the start of a search.
 *
 * @throws CalibrationError when there are fewer than 11 known values, they do not vary, or show no return to a level
 */
export function calibrateOrnsteinUhlenbeck(series: readonly Observation[]): OrnsteinUhlenbeckFit {
  const steps = stepsOf(series, LEAST_STEPS)
  const start = autoregression(steps)
  const minusLogLikelihood = (point: readonly number[]) => {
    const [speed = 0, level = 0, volatility = 0] = point
    if (!(speed > 0 && volatility > 0)) return Number.POSITIVE_INFINITY
    let sum = 0
    for (const { from, to, dt } of steps) {
      const variance = (volatility ** 2 * -Math.expm1(-2 * speed * dt)) / (2 * speed)
      const surprise = to - level - (from - level) * Math.exp(-speed * dt)
      sum += 0.5 * (Math.log(2 * Math.PI * variance) + surprise ** 2 / variance)
    }
    return sum
  }
  const first = steps[0]!.dt
  const isEven = steps.every(({ dt }) => Math.abs(dt / first - 1) < 1e-9)
  const point = isEven
    ? start
    : nelderMead(
        (logs) => minusLogLikelihood([Math.exp(logs[0]!), logs[1]!, Math.exp(logs[2]!)]),
        [Math.log(start[0]), start[1], Math.log(start[2])],
        [0.3, 0.5 * start[2], 0.1],
        { maxEvaluations: 4000, valueTolerance: 1e-11 },
      ).point.map((x, i) => (i === 1 ? x : Math.exp(x)))
  const [speed = 0, level = 0, volatility = 0] = point
  const errors = standardErrors(minusLogLikelihood, point, [speed, volatility, volatility])
  if (!errors) throw new CalibrationError('The series does not tell the speed of a return from none.')
  const residuals = steps.map(({ from, to, dt }) => {
    const variance = (volatility ** 2 * -Math.expm1(-2 * speed * dt)) / (2 * speed)
    return (to - level - (from - level) * Math.exp(-speed * dt)) / Math.sqrt(variance)
  })
  return {
    speed,
    level,
    volatility,
    standardErrors: { speed: errors[0]!, level: errors[1]!, volatility: errors[2]! },
    logLikelihood: -minusLogLikelihood(point),
    goodnessOfFit: kolmogorovSmirnov(residuals, normalCdf).pValue,
  }
}

/** Least squares of each value on the one before, at the mean step: the maximum of the likelihood where steps are equal. */
function autoregression(steps: readonly Step[]): [speed: number, level: number, volatility: number] {
  const n = steps.length
  const dt = steps.reduce((sum, step) => sum + step.dt, 0) / n
  const mean = (figure: (step: Step) => number) => steps.reduce((sum, step) => sum + figure(step), 0) / n
  const [meanFrom, meanTo] = [mean(({ from }) => from), mean(({ to }) => to)]
  const spread = mean(({ from }) => (from - meanFrom) ** 2)
  const slope = mean(({ from, to }) => (from - meanFrom) * (to - meanTo)) / spread
  if (!(slope > 1e-6 && slope < 1))
    throw new CalibrationError(
      slope >= 1 ? 'The series shows no return to a level.' : 'The series returns within less than a step.',
    )
  const speed = -Math.log(slope) / dt
  const level = (meanTo - slope * meanFrom) / (1 - slope)
  const rest = mean(({ from, to }) => (to - level - slope * (from - level)) ** 2)
  if (!(rest > 0)) throw new CalibrationError('The series has no noise to measure.')
  return [speed, level, Math.sqrt((2 * speed * rest) / (1 - slope * slope))]
}
