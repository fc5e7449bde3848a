import type { OptionTerms } from './black-scholes'
import {
  add,
  type Complex,
  divide,
  exponential,
  logarithm,
  multiply,
  scale,
  squareRoot,
  subtract,
} from './complex'

export type HestonVariance = {
  startVariance: number
  speed: number
  level: number
  /** of the variance */
  volatility: number
  correlation: number
}

/** Eight-point Gauss–Legendre on [−1, 1] (Abramowitz & Stegun, table 25.4), positive half. */
const GAUSS = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const

const PANELS = 400
const HIGHEST = 200

/**
 * European options under Heston's model by Lewis' single integral (2000), with the characteristic function in the form
 * that crosses no branch cut (Albrecher et al. 2007):
 *
 *     C = S e^(−qT) − √(SK) e^(−(r+q)T/2) / π ∫₀^∞ Re[e^(iuk) φ(u − i/2)] / (u² + ¼) du,  k = log(S/K) + (r − q)T
 */
export function hestonPrice(terms: OptionTerms & HestonVariance): { call: number; put: number } {
  const { spot, strike, rate, yield: q = 0, time } = terms
  const k = Math.log(spot / strike) + (rate - q) * time
  const integrand = (u: number) =>
    multiply(exponential([0, u * k]), characteristic(terms, [u, -0.5]))[0] / (u * u + 0.25)
  let integral = 0
  for (let panel = 0; panel < PANELS; panel++) {
    // narrow panels near zero, where the integrand has poles at ±i/2
    const low = HIGHEST * (panel / PANELS) ** 2
    const half = (HIGHEST * ((panel + 1) / PANELS) ** 2 - low) / 2
    const middle = low + half
    for (const [node, weight] of GAUSS)
      integral += weight * half * (integrand(middle - half * node) + integrand(middle + half * node))
  }
  const asset = spot * Math.exp(-q * time)
  const cash = strike * Math.exp(-rate * time)
  const call = asset - (Math.sqrt(spot * strike) * Math.exp(-((rate + q) * time) / 2) * integral) / Math.PI
  return { call, put: call - asset + cash }
}

/** E[exp(iz log(S_T / F_T))]. */
function characteristic(terms: OptionTerms & HestonVariance, z: Complex): Complex {
  const { time, startVariance, speed, level, volatility: xi, correlation } = terms
  const iz: Complex = [-z[1], z[0]]
  const b = subtract([speed, 0], scale(iz, correlation * xi))
  const d = squareRoot(add(multiply(b, b), scale(add(iz, multiply(z, z)), xi * xi)))
  const minus = subtract(b, d)
  const g = divide(minus, add(b, d))
  const decay = exponential(scale(d, -time))
  const shrunk = subtract([1, 0], multiply(g, decay))
  const logs = logarithm(divide(shrunk, subtract([1, 0], g)))
  const ofLevel = scale(subtract(scale(minus, time), scale(logs, 2)), (speed * level) / xi ** 2)
  const ofStart = scale(divide(multiply(minus, subtract([1, 0], decay)), shrunk), startVariance / xi ** 2)
  return exponential(add(ofLevel, ofStart))
}
