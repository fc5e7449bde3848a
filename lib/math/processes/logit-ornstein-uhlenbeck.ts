import { exp } from '../elementary/exp'
import { log } from '../elementary/log'
import { normalPdf } from '../normal'
import { ornsteinUhlenbeck } from './ornstein-uhlenbeck'
import type { GaussianProcess } from './process'

const NODE_STEP = 0.125
const NODES = Array.from({ length: 129 }, (_, i) => (i - 64) * NODE_STEP)

const logit = (u: number) => log(u / (1 - u))
const logistic = (x: number) => 1 / (1 + exp(-x))

/**
 * Utilisation in (0, 1): U = 1 / (1 + e^(−X)) with X Ornstein–Uhlenbeck, dX = κ (logit θ − X) dt + σ dW. By Itô,
 * dU = U(1 − U) [κ (logit θ − logit U) + σ² (½ − U)] dt + σ U(1 − U) dW. Exact step on the logit scale; moments by
 * the trapezoid rule over ±8 deviations, which converges geometrically on a Gaussian.
 * @throws RangeError when start or level are not within (0, 1), speed is not above zero or volatility is negative
 */
export function logitOrnsteinUhlenbeck(parameters: {
  /** share in use now */
  start: number
  /** κ, per year */
  speed: number
  /** θ: median share in the long run */
  level: number
  /** σ of the logit, per √year */
  volatility: number
}): GaussianProcess {
  const { start, speed, level, volatility } = parameters
  for (const [name, share] of Object.entries({ start, level }))
    if (!(share > 0 && share < 1)) throw new RangeError(`${name} must lie within 0 and 1: ${share}.`)
  const hidden = ornsteinUhlenbeck({ start: logit(start), speed, level: logit(level), volatility })
  const step = (u: number, dt: number, z: number) => logistic(hidden.step(logit(u), dt, z))
  const moment = (u: number, dt: number, power: number) =>
    NODES.reduce((sum, z) => sum + step(u, dt, z) ** power * normalPdf(z) * NODE_STEP, 0)
  return {
    start,
    drift: (u) => u * (1 - u) * (speed * (logit(level) - logit(u)) + volatility * volatility * (0.5 - u)),
    diffusion: (u) => volatility * u * (1 - u),
    expectation: (u, dt) => moment(u, dt, 1),
    variance: (u, dt) => Math.max(moment(u, dt, 2) - moment(u, dt, 1) ** 2, 0),
    step,
    sample: (u, dt, stream) => logistic(hidden.sample(logit(u), dt, stream)),
  }
}
