import { log } from '@/lib/math/elementary/log'
import { normalCdf } from '@/lib/math/normal'

/**
 * E[max(R − cost, 0)] for lognormal R with the given mean and log variance: a month's cash flow of a device that is
 * idled in months that would lose money (the undiscounted Black–Scholes call). USD.
 */
export function expectedMargin(mean: number, variance: number, cost: number): number {
  if (mean <= 0) return 0
  if (cost <= 0) return mean
  if (variance <= 0) return Math.max(mean - cost, 0)
  const deviation = Math.sqrt(variance)
  const d1 = log(mean / cost) / deviation + deviation / 2
  return mean * normalCdf(d1) - cost * normalCdf(d1 - deviation)
}
