import { normalCdf } from '../normal'
import { nelderMead } from '../optimisation/nelder-mead'
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov'
import { quantile, sorted } from '../statistics/quantiles'
import { CalibrationError, logPrices, type Observation, type Step, stepsOf } from './series'
import { standardErrors } from './standard-errors'

/** Parameters of Merton's jump diffusion, in the words of `mertonJumpDiffusion`. */
export type JumpDiffusionFit = {
  drift: number
  volatility: number
  intensity: number
  jumpMean: number
  jumpDeviation: number
  /** of the parameters searched: the log growth between jumps stands for the drift */
  standardErrors: {
    logGrowth: number
    volatility: number
    intensity: number
    jumpMean: number
    jumpDeviation: number
  }
  logLikelihood: number
  /** p-value of a Kolmogorov–Smirnov test of the steps' own probabilities against a uniform */
  goodnessOfFit: number
}

const LEAST_STEPS = 50
/** A step holds this many jumps at most, on average; more cannot be told from a diffusion. */
const MOST_JUMPS = 1
/** Neither deviation lies below this share of the steps' usual size. */
const LEAST_SHARE = 0.1
const TERMS = 12

/**
 * Merton's jump diffusion from prices by maximum likelihood; each step is a Poisson mixture of normals. That
 * likelihood is unbounded: a component whose deviation goes to zero on one observation takes it to infinity. So both
 * deviations are held above a tenth of the steps' usual (interquartile) size and the intensity below one jump a
 * step (the bounded maximum of Hathaway 1985; for jumps Honoré 1998). The search starts from a robust split of the steps
 * into usual ones and outliers.
 *
 * @throws CalibrationError with fewer than 51 prices, one not above zero, or where jumps cannot be told from diffusion
 */
export function calibrateJumpDiffusion(prices: readonly Observation[]): JumpDiffusionFit {
  const steps = stepsOf(logPrices(prices), LEAST_STEPS)
  const usual = usualSteps(steps)
  const meanStep = steps.reduce((sum, { dt }) => sum + dt, 0) / steps.length
  const floor = LEAST_SHARE * usual.deviation
  const minusLogLikelihood = (point: readonly number[]) => {
    const [, volatility = 0, intensity = 0, , jumpDeviation = 0] = point
    const isInside =
      volatility >= floor &&
      jumpDeviation >= floor * Math.sqrt(meanStep) &&
      intensity > 0 &&
      intensity * meanStep <= MOST_JUMPS
    return isInside ? -logLikelihood(steps, point) : Number.POSITIVE_INFINITY
  }
  const unfold = (logs: readonly number[]) => logs.map((x, i) => (i === 0 || i === 3 ? x : Math.exp(x)))
  const start = [
    usual.growth,
    Math.log(usual.deviation),
    Math.log(usual.intensity),
    usual.jumpMean,
    Math.log(usual.jumpDeviation),
  ]
  const size = [usual.deviation, 0.2, 0.5, usual.jumpDeviation, 0.3]
  let best = nelderMead((logs) => minusLogLikelihood(unfold(logs)), start, size, END)
  // once more from where it ended, with a fresh simplex: Nelder–Mead may have folded up
  best = nelderMead(
    (logs) => minusLogLikelihood(unfold(logs)),
    best.point,
    size.map((x) => x / 2),
    END,
  )
  const point = unfold(best.point)
  const [growth = 0, volatility = 0, intensity = 0, jumpMean = 0, jumpDeviation = 0] = point
  const errors = standardErrors(minusLogLikelihood, point, [
    volatility,
    volatility,
    intensity,
    jumpDeviation,
    jumpDeviation,
  ])
  if (!errors || errors[2]! > 2 * intensity)
    throw new CalibrationError('The series does not tell jumps from diffusion.')
  const compensator = intensity * Math.expm1(jumpMean + jumpDeviation ** 2 / 2)
  return {
    drift: growth + volatility ** 2 / 2 + compensator,
    volatility,
    intensity,
    jumpMean,
    jumpDeviation,
    standardErrors: {
      logGrowth: errors[0]!,
      volatility: errors[1]!,
      intensity: errors[2]!,
      jumpMean: errors[3]!,
      jumpDeviation: errors[4]!,
    },
    logLikelihood: -best.value,
    goodnessOfFit: kolmogorovSmirnov(
      steps.map((step) => mixture(step, point, normalCdf)),
      (u) => u,
    ).pValue,
  }
}

const END = { maxEvaluations: 3000, valueTolerance: 1e-9 }

function logLikelihood(steps: readonly Step[], point: readonly number[]): number {
  let sum = 0
  for (const step of steps) sum += Math.log(mixture(step, point))
  return sum
}

/** Density of a step, or with `cdf` its distribution function. */
function mixture({ from, to, dt }: Step, point: readonly number[], cdf?: (x: number) => number): number {
  const [growth = 0, volatility = 0, intensity = 0, jumpMean = 0, jumpDeviation = 0] = point
  let sum = 0
  let weight = Math.exp(-intensity * dt)
  for (let n = 0; n < TERMS; n++) {
    const deviation = Math.sqrt(volatility ** 2 * dt + n * jumpDeviation ** 2)
    const score = (to - from - growth * dt - n * jumpMean) / deviation
    sum += weight * (cdf ? cdf(score) : Math.exp(-0.5 * score * score) / (deviation * 2.5066282746310002))
    weight *= (intensity * dt) / (n + 1)
  }
  return sum
}

/** Steps per √year split at 3.5 robust deviations from the median. */
function usualSteps(steps: readonly Step[]) {
  const ascending = sorted(steps.map(({ from, to, dt }) => (to - from) / Math.sqrt(dt)))
  const median = quantile(ascending, 0.5)
  const deviation = (quantile(ascending, 0.75) - quantile(ascending, 0.25)) / 1.349
  if (!(deviation > 0))
    throw new CalibrationError('Half the steps or more are equal: the series is not a price’s.')
  const time = steps.reduce((sum, { dt }) => sum + dt, 0)
  const meanStep = time / steps.length
  const outliers = steps.filter(
    ({ from, to, dt }) => Math.abs((to - from) / Math.sqrt(dt) - median) > 3.5 * deviation,
  )
  const moves = outliers.map(({ from, to }) => to - from)
  const jumpMean = moves.length > 0 ? moves.reduce((a, b) => a + b, 0) / moves.length : 0
  const spread =
    moves.length > 1 ? moves.reduce((sum, move) => sum + (move - jumpMean) ** 2, 0) / (moves.length - 1) : 0
  return {
    growth: median / Math.sqrt(meanStep),
    deviation,
    intensity: Math.min(Math.max(moves.length, 1) / time, (0.5 * MOST_JUMPS) / meanStep),
    jumpMean,
    jumpDeviation: Math.max(Math.sqrt(spread), 3 * deviation * Math.sqrt(meanStep)),
  }
}
