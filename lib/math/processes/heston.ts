import { exp } from '../elementary/exp'
import { log } from '../elementary/log'
import { normalCdf } from '../normal'
import type { RandomStream } from '../random/random-stream'
import { normal } from '../random/variates'
import { coxIngersollRoss } from './cox-ingersoll-ross'
import { requirePositive } from './process'

export type HestonParameters = {
  start: number
  /** μ, per year */
  drift: number
  /** v(0): variance now, per year */
  startVariance: number
  /** κ: speed at which the variance returns, per year */
  speed: number
  /** θ: variance in the long run */
  level: number
  /** ξ: volatility of the variance */
  volatility: number
  /** ρ of price and variance */
  correlation: number
}

export type HestonState = { price: number; variance: number }

/** Above this relative variance the variance's step has mass at zero (Andersen's ψ_c). */
const SWITCH = 1.5

/**
 * Heston (1993), dS = μ S dt + √v S dW, dv = κ (θ − v) dt + ξ √v dZ, dW dZ = ρ dt. The step is Andersen's quadratic
 * exponential (2008) with central weights: moments of v exact, the price's bias of higher order in dt.
 * @throws RangeError when a parameter but drift is not above zero, or the correlation is not within −1 and 1
 */
export function heston(parameters: HestonParameters) {
  const { start, drift: mu, startVariance, speed, level, volatility: xi, correlation: rho } = parameters
  requirePositive({ start, startVariance, speed, level, volatility: xi })
  if (!(rho >= -1 && rho <= 1)) throw new RangeError(`correlation must lie within −1 and 1: ${rho}.`)
  const variance = coxIngersollRoss({ start: startVariance, speed, level, volatility: xi })
  return {
    start: { price: start, variance: startVariance } satisfies HestonState,
    /** the variance alone, with its exact step */
    variance,
    drift: (state: HestonState): HestonState => ({
      price: mu * state.price,
      variance: variance.drift(state.variance),
    }),
    /** loadings of the price and of the variance on their own, correlated, Brownian motions */
    diffusion: (state: HestonState): HestonState => ({
      price: Math.sqrt(Math.max(state.variance, 0)) * state.price,
      variance: variance.diffusion(state.variance),
    }),
    expectation: (state: HestonState, dt: number): HestonState => ({
      price: state.price * exp(mu * dt),
      variance: variance.expectation(state.variance, dt),
    }),
    /** one step of the scheme; not exact: the smaller dt the better */
    sample(state: HestonState, dt: number, stream: RandomStream): HestonState {
      const v = state.variance
      const next = quadraticExponential(variance.expectation(v, dt), variance.variance(v, dt), normal(stream))
      const z = normal(stream)
      const middle = 0.5 * (v + next) * dt
      const along = (rho / xi) * (next - v - speed * (level * dt - middle))
      const logStep = mu * dt - 0.5 * middle + along + Math.sqrt((1 - rho * rho) * middle) * z
      return { price: state.price * exp(logStep), variance: next }
    },
  }
}

/** A non-negative variate with this mean and variance, from one standard normal. */
function quadraticExponential(mean: number, variance: number, z: number): number {
  const psi = variance / (mean * mean)
  if (psi <= SWITCH) {
    const inverse = 2 / psi
    const b2 = inverse - 1 + Math.sqrt(inverse * (inverse - 1))
    const root = Math.sqrt(b2) + z
    return (mean / (1 + b2)) * root * root
  }
  const p = (psi - 1) / (psi + 1)
  const u = normalCdf(z)
  return u <= p ? 0 : (log((1 - p) / Math.max(1 - u, 1e-300)) * mean) / (1 - p)
}
