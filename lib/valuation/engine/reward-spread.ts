import { forecastQuantile, type RewardForecast } from '../forecast/reward-forecast'

/** z with Φ(z) = 0.95. */
const Z95 = 1.6448536269514722

export type RewardSpread = {
  /** of the log reward per node, as a random walk; per √year */
  volatility: number
  /** how far its yearly growth may be from its figure, constant over the horizon */
  growthDeviation: number
}

/**
 * The random walk and the unknown trend whose 90 % intervals come closest to the reward forecast's: least squares of the
 * variances (half-width / 1.6449)² at the horizons on volatility² t + growthDeviation² t², relative, neither negative.
 * The forecast is of rewards per node, so what the node count adds is in it: give the model no entry
 * uncertainty beside it. Its Student's t has fatter tails than the model's normal beyond P5 and P95; the 90 % intervals agree.
 *
 * @param forecasts of one origin, with their horizons in months
 * @throws RangeError without a forecast
 */
export function rewardSpread(
  forecasts: readonly { months: number; forecast: RewardForecast }[],
): RewardSpread {
  if (forecasts.length === 0) throw new RangeError('A spread takes at least one forecast.')
  let [aa, ab, bb, a1, b1] = [0, 0, 0, 0, 0]
  for (const { months, forecast } of forecasts) {
    const deviation = (forecastQuantile(forecast, 0.95) - forecast.median) / Z95
    const time = months / 12
    const a = time / deviation ** 2
    const b = (time * time) / deviation ** 2
    aa += a * a
    ab += a * b
    bb += b * b
    a1 += a
    b1 += b
  }
  const determinant = aa * bb - ab * ab
  const walk = determinant > 1e-12 * aa * bb ? (a1 * bb - b1 * ab) / determinant : a1 / aa
  const trend = determinant > 1e-12 * aa * bb ? (b1 * aa - a1 * ab) / determinant : 0
  if (trend <= 0) return { volatility: Math.sqrt(a1 / aa), growthDeviation: 0 }
  if (walk <= 0) return { volatility: 0, growthDeviation: Math.sqrt(b1 / bb) }
  return { volatility: Math.sqrt(walk), growthDeviation: Math.sqrt(trend) }
}
