/**
 * Price of a unit paid in `time` years when the short rate is Cox–Ingersoll–Ross, dr = κ(θ − r)dt + σ√r dW; also the
 * chance to survive until then under that hazard. Source: Cox, Ingersoll & Ross (1985), eq. 23.
 */
export function cirBond(parameters: {
  rate: number
  speed: number
  level: number
  volatility: number
  time: number
}): number {
  const { rate, speed, level, volatility, time } = parameters
  const gamma = Math.sqrt(speed * speed + 2 * volatility * volatility)
  const growth = Math.expm1(gamma * time)
  const denominator = (gamma + speed) * growth + 2 * gamma
  const a = (2 * gamma * Math.exp(((speed + gamma) * time) / 2)) / denominator
  return a ** ((2 * speed * level) / volatility ** 2) * Math.exp((-2 * growth * rate) / denominator)
}
