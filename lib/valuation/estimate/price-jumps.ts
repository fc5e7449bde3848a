import { calibrateGeometricBrownianMotion } from '@/lib/math/calibration/calibrate-geometric-brownian-motion'
import { calibrateJumpDiffusion } from '@/lib/math/calibration/calibrate-jump-diffusion'
import { CalibrationError, type Observation } from '@/lib/math/calibration/series'
import { type EngineInputs, noJumps } from '../engine/inputs'
import type { Figure } from '../inputs'
import { type Jumps, jumpVariance } from '../jumps'
import type { DailyPrice } from './evidence'

/** Daily prices that count, as in the volatility of prices, and how few are too few. */
const DAYS = 365
const LEAST_DAYS = 180
/** By how much the Bayesian information criterion must fall: “very strong” evidence (Kass & Raftery 1995). */
const LEAST_EVIDENCE = 10
/** Parameters that jumps add. */
const JUMP_PARAMETERS = 3

export type JumpFinding = {
  /** undefined where jumps are not worth their parameters */
  jumps: Jumps | undefined
  /** share of the log price's variance that comes from jumps; 0 without */
  share: number
  /** BIC of the diffusion less that of the jump diffusion; positive speaks for jumps; undefined where it has no maximum */
  evidence: number | undefined
  days: number
  lastDay: string
}

const findings = new Map<string, JumpFinding>()

/**
 * Whether a token's daily prices tell jumps from diffusion: maximum likelihood of Merton's jump diffusion and of geometric
 * Brownian motion on the last year of daily prices up to a month's end, compared by the Bayesian information criterion.
 * Undefined with fewer than 180 prices.
 * @param asOf YYYY-MM: later prices are not looked at
 */
export function findJumps(
  token: string,
  daily: readonly DailyPrice[],
  asOf: string,
): JumpFinding | undefined {
  const days = daily.filter(({ day }) => day.slice(0, 7) <= asOf).slice(-DAYS - 1)
  const last = days.at(-1)
  if (!last || days.length <= LEAST_DAYS) return undefined
  // a fit takes a tenth of a second, and every position of a network asks for the same one
  const key = [
    token,
    days[0]?.day,
    last.day,
    days.length,
    days.reduce((sum, { priceUsd }) => sum + priceUsd, 0),
  ].join()
  const known = findings.get(key) ?? { ...compare(days), days: days.length - 1, lastDay: last.day }
  findings.set(key, known)
  return known
}

function compare(days: readonly DailyPrice[]): Omit<JumpFinding, 'days' | 'lastDay'> {
  const prices: Observation[] = days.map(({ day, priceUsd }) => ({
    time: Date.parse(day) / (DAYS * 86_400_000),
    value: priceUsd,
  }))
  try {
    const diffusion = calibrateGeometricBrownianMotion(prices)
    const { volatility, logLikelihood, intensity, jumpMean, jumpDeviation } = calibrateJumpDiffusion(prices)
    const gain = 2 * (logLikelihood - diffusion.logLikelihood)
    const evidence = gain - JUMP_PARAMETERS * Math.log(prices.length - 1)
    if (evidence < LEAST_EVIDENCE) return { jumps: undefined, share: 0, evidence }
    const jumps = { intensity, mean: jumpMean, deviation: jumpDeviation }
    const fromJumps = jumpVariance(jumps)
    return { jumps, share: fromJumps / (fromJumps + volatility ** 2), evidence }
  } catch (error) {
    if (error instanceof CalibrationError) return { jumps: undefined, share: 0, evidence: undefined }
    throw error
  }
}

/**
 * The jumps of a network's dollar reward: as many as the token's price has, with the share of the reward's variance that
 * they have of the price's. None where there are no daily prices, or they do not call for them; the note says which.
 * @param volatility of the log reward, jumps included
 */
export function priceJumps(
  token: string,
  daily: readonly DailyPrice[],
  asOf: string,
  volatility: number,
): Pick<EngineInputs, 'jumpIntensity' | 'jumpMean' | 'jumpDeviation'> {
  const finding = findJumps(token, daily, asOf)
  if (!finding) return noJumps(`none: no daily prices of ${token} to tell them from`)
  const { jumps, share, evidence, days, lastDay } = finding
  const from = `${days} daily changes to ${lastDay}`
  if (!jumps)
    return noJumps(
      evidence === undefined
        ? `none: ${from} do not tell jumps from diffusion`
        : `none: ${from} do not call for them (BIC better by ${evidence.toFixed(1)}, ${LEAST_EVIDENCE} needed)`,
    )
  const scale = volatility * Math.sqrt(share / jumpVariance(jumps)) * (1 - 1e-9)
  const note = `${from}: BIC better by ${evidence?.toFixed(0)} with jumps, ${(share * 100).toFixed(0)}% of the variance`
  const figure = (value: number): Figure => ({ value, source: 'estimated', note })
  return {
    jumpIntensity: figure(jumps.intensity),
    jumpMean: figure(jumps.mean * scale),
    jumpDeviation: figure(jumps.deviation * scale),
  }
}
