import { exp } from '../elementary/exp'
import { normal } from '../random/variates'
import { type GaussianProcess, requireNonNegative, requirePositive } from './process'

/**
 * Ornstein–Uhlenbeck, dX = κ (θ − X) dt + σ dW: a level that is drawn back. Exact step: normal with mean
 * θ + (x − θ) e^(−κ dt) and variance σ² (1 − e^(−2κ dt)) / 2κ.
 * @throws RangeError when speed is not above zero or volatility is negative
 */
export function ornsteinUhlenbeck(parameters: {
  start: number
  /** κ, per year; ln 2 / κ is the half-life */
  speed: number
  /** θ */
  level: number
  /** σ, per √year */
  volatility: number
}): GaussianProcess {
  const { start, speed, level, volatility } = parameters
  requirePositive({ speed })
  requireNonNegative({ volatility })
  const expectation = (x: number, dt: number) => level + (x - level) * exp(-speed * dt)
  const variance = (_x: number, dt: number) =>
    (volatility * volatility * (1 - exp(-2 * speed * dt))) / (2 * speed)
  const step = (x: number, dt: number, z: number) => expectation(x, dt) + Math.sqrt(variance(x, dt)) * z
  return {
    start,
    drift: (x) => speed * (level - x),
    diffusion: () => volatility,
    expectation,
    variance,
    step,
    sample: (x, dt, stream) => step(x, dt, normal(stream)),
  }
}
