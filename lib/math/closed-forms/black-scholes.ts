import { normalCdf } from '../normal'

export type OptionTerms = {
  spot: number
  strike: number
  /** r, continuously compounded, per year */
  rate: number
  /** q, of the asset, continuously compounded, per year */
  yield?: number
  /** years */
  time: number
}

/** European call and put on a lognormal asset. Source: Black & Scholes (1973), Merton (1973) for the yield. */
export function blackScholes(terms: OptionTerms & { volatility: number }): { call: number; put: number } {
  const { spot, strike, rate, yield: q = 0, time, volatility } = terms
  const asset = spot * Math.exp(-q * time)
  const cash = strike * Math.exp(-rate * time)
  const deviation = volatility * Math.sqrt(time)
  if (deviation === 0) return { call: Math.max(asset - cash, 0), put: Math.max(cash - asset, 0) }
  const d1 = Math.log(asset / cash) / deviation + deviation / 2
  const d2 = d1 - deviation
  return {
    call: asset * normalCdf(d1) - cash * normalCdf(d2),
    put: cash * normalCdf(-d2) - asset * normalCdf(-d1),
  }
}

/**
 * The right to exchange asset 2 for asset 1 at the end. Source: Margrabe (1978).
 * @param correlation of the two assets' returns
 */
export function margrabe(terms: {
  spots: readonly [number, number]
  yields: readonly [number, number]
  volatilities: readonly [number, number]
  correlation: number
  time: number
}): number {
  const { spots, yields, volatilities, correlation, time } = terms
  const [a, b] = volatilities
  const volatility = Math.sqrt(Math.max(a * a + b * b - 2 * correlation * a * b, 0))
  return blackScholes({
    spot: spots[0],
    strike: spots[1],
    rate: yields[1],
    yield: yields[0],
    time,
    volatility,
  }).call
}
