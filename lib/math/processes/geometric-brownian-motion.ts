import { exp } from '../elementary/exp'
import { normal } from '../random/variates'
import { type GaussianProcess, requireNonNegative, requirePositive } from './process'

/**
 * Geometric Brownian motion, dS = μ S dt + σ S dW: prices. Exact step S exp((μ − σ²/2) dt + σ √dt z).
 * @throws RangeError when start is not above zero or volatility is negative
 */
export function geometricBrownianMotion(parameters: {
  start: number
  /** μ, per year: E[S(t)] = S(0) exp(μt) */
  drift: number
  /** σ, per √year */
  volatility: number
}): GaussianProcess {
  const { start, drift: mu, volatility: sigma } = parameters
  requirePositive({ start })
  requireNonNegative({ volatility: sigma })
  const step = (x: number, dt: number, z: number) =>
    x * exp((mu - 0.5 * sigma * sigma) * dt + sigma * Math.sqrt(dt) * z)
  return {
    start,
    drift: (x) => mu * x,
    diffusion: (x) => sigma * x,
    expectation: (x, dt) => x * exp(mu * dt),
    variance: (x, dt) => x * x * exp(2 * mu * dt) * Math.expm1(sigma * sigma * dt),
    step,
    sample: (x, dt, stream) => step(x, dt, normal(stream)),
  }
}
