import { exp } from '../elementary/exp'
import { gamma, poisson } from '../random/variates'
import { type Process, requireNonNegative, requirePositive } from './process'

/**
 * Cox–Ingersoll–Ross, dX = κ (θ − X) dt + σ √X dW: rates and hazards, never negative. Exact step: X(t + dt) is c times
 * a noncentral chi-square with 4κθ/σ² degrees and noncentrality x e^(−κ dt) / c, c = σ² (1 − e^(−κ dt)) / 4κ, drawn
 * as a chi-square whose degrees are raised by twice a Poisson (Glasserman 2004, 3.4).
 * @throws RangeError when speed, level or volatility are not above zero or start is negative
 */
export function coxIngersollRoss(parameters: {
  start: number
  /** κ, per year */
  speed: number
  /** θ */
  level: number
  /** σ */
  volatility: number
}): Process {
  const { start, speed, level, volatility: sigma } = parameters
  requirePositive({ speed, level, volatility: sigma })
  requireNonNegative({ start })
  const degrees = (4 * speed * level) / (sigma * sigma)
  return {
    start,
    drift: (x) => speed * (level - x),
    diffusion: (x) => sigma * Math.sqrt(Math.max(x, 0)),
    expectation: (x, dt) => level + (x - level) * exp(-speed * dt),
    variance: (x, dt) => {
      const decay = exp(-speed * dt)
      const unit = (sigma * sigma * (1 - decay)) / speed
      return unit * (x * decay + 0.5 * level * (1 - decay))
    },
    sample: (x, dt, stream) => {
      if (dt === 0) return x
      const decay = exp(-speed * dt)
      const c = (sigma * sigma * (1 - decay)) / (4 * speed)
      const raised = poisson(stream, (x * decay) / (2 * c))
      return 2 * c * gamma(stream, degrees / 2 + raised)
    },
  }
}
