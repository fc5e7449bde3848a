import { exp } from '../elementary/exp'
import { normal, poisson } from '../random/variates'
import { type Process, requireNonNegative, requirePositive } from './process'

export type MertonParameters = {
  start: number
  /** μ, per year: E[S(t)] = S(0) exp(μt), jumps included */
  drift: number
  /** σ of the diffusion, per √year */
  volatility: number
  /** λ: jumps per year */
  intensity: number
  /** m: mean of the log jump */
  jumpMean: number
  /** δ: standard deviation of the log jump */
  jumpDeviation: number
}

/**
 * Merton's jump diffusion (1976), dS/S₋ = (μ − λk) dt + σ dW + (J − 1) dN, with log J ~ N(m, δ²) and N Poisson of
 * intensity λ. The drift is compensated by λk with k = E[J] − 1 = exp(m + δ²/2) − 1, not by λm: so E[S(t)] grows at μ
 * whatever the jumps are. Exact step.
 * @throws RangeError when start is not above zero, or volatility, intensity or jumpDeviation are negative
 */
export function mertonJumpDiffusion(parameters: MertonParameters): Process {
  const { start, drift: mu, volatility: sigma, intensity, jumpMean, jumpDeviation } = parameters
  requirePositive({ start })
  requireNonNegative({ volatility: sigma, intensity, jumpDeviation })
  const compensator = intensity * (exp(jumpMean + 0.5 * jumpDeviation * jumpDeviation) - 1)
  /** λ E[(J − 1)²] */
  const jumpVariance =
    intensity *
    (exp(2 * jumpMean + 2 * jumpDeviation * jumpDeviation) -
      2 * exp(jumpMean + 0.5 * jumpDeviation * jumpDeviation) +
      1)
  return {
    start,
    drift: (x) => (mu - compensator) * x,
    diffusion: (x) => sigma * x,
    expectation: (x, dt) => x * exp(mu * dt),
    variance: (x, dt) => x * x * exp(2 * mu * dt) * Math.expm1((sigma * sigma + jumpVariance) * dt),
    sample: (x, dt, stream) => {
      const z = normal(stream)
      const jumps = poisson(stream, intensity * dt)
      const jumped = jumps === 0 ? 0 : jumps * jumpMean + Math.sqrt(jumps) * jumpDeviation * normal(stream)
      return x * exp((mu - compensator - 0.5 * sigma * sigma) * dt + sigma * Math.sqrt(dt) * z + jumped)
    },
  }
}
