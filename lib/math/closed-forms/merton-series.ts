import { blackScholes, type OptionTerms } from './black-scholes'

/**
 * European options under Merton's jump diffusion (1976): a Poisson mixture of Black–Scholes prices. With E[J] = 1 + k,
 * n jumps come with weight Poisson(λ(1 + k)T), rate r − λk + n log(1 + k) / T and variance σ² + nδ²/T.
 *
 * @param jumpMean m, mean of the log jump  @param jumpDeviation δ, its standard deviation
 */
export function mertonSeries(
  terms: OptionTerms & { volatility: number; intensity: number; jumpMean: number; jumpDeviation: number },
): { call: number; put: number } {
  const { rate, time, volatility, intensity, jumpMean, jumpDeviation } = terms
  const logGrowth = jumpMean + jumpDeviation ** 2 / 2
  const k = Math.expm1(logGrowth)
  const expected = intensity * (1 + k) * time
  let [call, put, weight] = [0, 0, Math.exp(-expected)]
  for (let n = 0; n < 1000; n++) {
    const given = blackScholes({
      ...terms,
      rate: rate - intensity * k + (n * logGrowth) / time,
      volatility: Math.sqrt(volatility ** 2 + (n * jumpDeviation ** 2) / time),
    })
    call += weight * given.call
    put += weight * given.put
    weight *= expected / (n + 1)
    if (n > expected && weight < 1e-17) break
  }
  return { call, put }
}
