import type { Lifetime } from './lifetime'

/** Nodes and weights of eight-point Gauss–Legendre on [−1, 1] (Abramowitz & Stegun, table 25.4), positive half. */
const GAUSS = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const

const PANELS = 64

/**
 * Present value of one unit a year, paid continuously until death or the horizon: ∫₀ᵀ e^(−rt) S(t) dt. Composite
 * Gauss–Legendre on panels that are narrow near zero, where a Weibull of shape below 1 is steep.
 *
 * @param rate r, continuously compounded, per year
 * @param horizon T, years
 */
export function lifeAnnuity(lifetime: Lifetime, rate: number, horizon: number): number {
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY))
    throw new RangeError(`${horizon} is not a horizon.`)
  let sum = 0
  for (let panel = 0; panel < PANELS; panel++) {
    const low = horizon * (panel / PANELS) ** 4
    const half = (horizon * ((panel + 1) / PANELS) ** 4 - low) / 2
    const value = (t: number) => Math.exp(-rate * t) * lifetime.survival(t)
    for (const [node, weight] of GAUSS)
      sum += weight * half * (value(low + half * (1 - node)) + value(low + half * (1 + node)))
  }
  return sum
}

/**
 * The same paid at the ends of whole periods: Σ e^(−r k·period) S(k·period), k = 1 … n.
 * @param period years
 */
export function periodicLifeAnnuity(
  lifetime: Lifetime,
  rate: number,
  period: number,
  periods: number,
): number {
  let sum = 0
  for (let k = 1; k <= periods; k++) sum += Math.exp(-rate * k * period) * lifetime.survival(k * period)
  return sum * period
}
