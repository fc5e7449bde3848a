import { InvalidInputError } from '@/lib/core/errors'
import { nelderMead } from '@/lib/math/optimisation/nelder-mead'
import { type CointegrationTest, engleGranger } from './cointegration'
import {
  type GrowthExponent,
  type GrowthMonth,
  type GrowthParts,
  growthExponent,
  growthParts,
  LEAST_CHANGES,
} from './growth-exponent'
import { leastSquares } from './least-squares'

/** A month's nodes and rewards in dollars, the stated proxy of a network's value; the tokens they were, where known. */
export type NetworkMonth = GrowthMonth

export type LawName = 'sarnoff' | 'odlyzko' | 'metcalfe' | 'free exponent' | 'saturating'

export type LawFit = {
  law: LawName
  /** power of n at today's size: 1, 1 + 1/ln n, 2, the free one, or what the saturating curve has left */
  exponent: number
  /** fitted figures, the scale in logs first */
  parameters: number[]
  aic: number
  bic: number
  /** root mean squared error, in logs, of one-month-ahead fits to the last third from the months before each */
  outOfSample: number
}

export type NetworkEffect = {
  months: number
  /** the same sample for all laws, log rewards on nodes in levels */
  levels: LawFit[]
  /** out-of-sample error of no law at all: this month's rewards are the last one's */
  noChange: number
  /** Newey–West error of the free exponent in levels: to be believed no more than the levels are */
  freeError: number
  /** whether the levels may be believed: without cointegration their fit can be spurious */
  cointegration: CointegrationTest
  /** change of log rewards on change of log nodes: the exponent with its Newey–West error and 90 % interval */
  growth: GrowthExponent
  /** the same slope in tokens and in price, which add up to it; undefined unless every month's tokens are known */
  parts?: GrowthParts | undefined
  /** dollars a month that the next node adds to the pool, by the growth exponent, and what it leaves per node */
  nextNode: {
    addsUsd: number
    lowUsd: number
    highUsd: number
    earnsUsd: number
    /** what it earns beyond what it adds; below zero the others gain by it */
    takesFromOthersUsd: number
    takesLowUsd: number
    takesHighUsd: number
  }
}

export const LEAST_MONTHS = 18

type Law = {
  name: LawName
  parameters: number
  predict: (logNodes: readonly number[], y: readonly number[]) => Fitted
}
type Fitted = { at: (logN: number) => number; parameters: number[]; exponent: (logN: number) => number }

/** log V = a + b·ln n with b given, or with n ln n in place of a power. */
const fixedLaw = (
  name: LawName,
  shape: (logN: number) => number,
  exponent: (logN: number) => number,
): Law => ({
  name,
  parameters: 1,
  predict: (logNodes, y) => {
    const a = y.reduce((sum, value, t) => sum + value - shape(logNodes[t]!), 0) / y.length
    return { at: (logN) => a + shape(logN), parameters: [a], exponent }
  },
})

const freeLaw: Law = {
  name: 'free exponent',
  parameters: 2,
  predict: (logNodes, y) => {
    const { coefficients } = leastSquares(
      logNodes.map((x) => [1, x]),
      y,
    )
    const [a, b] = coefficients as [number, number]
    return { at: (logN) => a + b * logN, parameters: [a, b], exponent: () => b }
  },
}

/** V = A n² / (n² + h²): Metcalfe's law to begin with, a limit in the end; h is fitted in logs. */
const saturatingLaw: Law = {
  name: 'saturating',
  parameters: 2,
  predict: (logNodes, y) => {
    const shape = (logN: number, logH: number) => -Math.log1p(Math.exp(2 * (logH - logN)))
    const level = (logH: number) =>
      y.reduce((sum, value, t) => sum + value - shape(logNodes[t]!, logH), 0) / y.length
    const loss = ([logH]: readonly number[]) => {
      const a = level(logH!)
      return y.reduce((sum, value, t) => sum + (value - a - shape(logNodes[t]!, logH!)) ** 2, 0)
    }
    const middle = [...logNodes].sort((a, b) => a - b)[Math.floor(logNodes.length / 2)]!
    const [low, high] = [Math.min(...logNodes) - 5, Math.max(...logNodes) + 5]
    const inside = ([logH]: readonly number[]) => [Math.min(high, Math.max(low, logH!))]
    const best = [middle - 2, middle, middle + 2]
      .map((start) => nelderMead((point) => loss(inside(point)), [start], [0.5]))
      .reduce((a, b) => (b.value < a.value ? b : a))
    const logH = inside(best.point)[0]!
    const a = level(logH)
    return {
      at: (logN) => a + shape(logN, logH),
      parameters: [a, logH],
      exponent: (logN) => 2 / (1 + Math.exp(2 * (logN - logH))),
    }
  },
}

const LAWS: readonly Law[] = [
  fixedLaw(
    'sarnoff',
    (x) => x,
    () => 1,
  ),
  fixedLaw(
    'odlyzko',
    (x) => x + Math.log(Math.max(x, 1e-9)),
    (x) => 1 + 1 / x,
  ),
  fixedLaw(
    'metcalfe',
    (x) => 2 * x,
    () => 2,
  ),
  freeLaw,
  saturatingLaw,
]

/**
 * How a network's monthly rewards in dollars rise with its nodes. The proxy is mechanical in the token's price, so that
 * the levels stand beside a cointegration test and the exponent is taken from growth rates, with errors robust to
 * autocorrelation.
 *
 * @param history months with nodes and rewards above zero, in any order; gaps are allowed, growth is taken over none
 * @throws InvalidInputError with fewer than eighteen months, too few of them in a row, or nodes that never change
 */
export function fitNetworkEffect(history: readonly NetworkMonth[]): NetworkEffect {
  const months = [...history].sort((a, b) => a.month - b.month)
  if (
    !months.every(
      ({ nodes, rewardsUsd }) => nodes > 1 && rewardsUsd > 0 && Number.isFinite(nodes * rewardsUsd),
    )
  )
    throw new InvalidInputError('Every month needs more than one node and rewards above zero.')
  if (months.length < LEAST_MONTHS)
    throw new InvalidInputError(`${months.length} months say too little: ${LEAST_MONTHS} are needed.`)
  const growth = growthExponent(months)
  if (!growth)
    throw new InvalidInputError(
      `Fewer than ${LEAST_CHANGES} months have one before them, or the number of nodes never changed.`,
    )
  const logNodes = months.map(({ nodes }) => Math.log(nodes))
  const logRewards = months.map(({ rewardsUsd }) => Math.log(rewardsUsd))
  const last = months.at(-1)!
  const { exponent, low, high } = growth
  const earnsUsd = last.rewardsUsd / last.nodes
  return {
    months: months.length,
    levels: LAWS.map((law) => levelFit(law, logNodes, logRewards)),
    noChange: rootMean(lastThird(logRewards).map((t) => logRewards[t]! - logRewards[t - 1]!)),
    freeError: leastSquares(
      logNodes.map((x) => [1, x]),
      logRewards,
    ).errors[1]!,
    cointegration: engleGranger(
      logNodes,
      logRewards,
      months.map(({ month }) => month),
    ),
    growth,
    parts: growthParts(months),
    nextNode: {
      addsUsd: exponent * earnsUsd,
      lowUsd: low * earnsUsd,
      highUsd: high * earnsUsd,
      earnsUsd,
      takesFromOthersUsd: (1 - exponent) * earnsUsd,
      takesLowUsd: (1 - high) * earnsUsd,
      takesHighUsd: (1 - low) * earnsUsd,
    },
  }
}

function levelFit(law: Law, logNodes: readonly number[], y: readonly number[]): LawFit {
  const n = y.length
  const fitted = law.predict(logNodes, y)
  const variance = y.reduce((sum, value, t) => sum + (value - fitted.at(logNodes[t]!)) ** 2, 0) / n
  const logLikelihood = -0.5 * n * (Math.log(2 * Math.PI * Math.max(variance, 1e-300)) + 1)
  return {
    law: law.name,
    exponent: fitted.exponent(logNodes.at(-1)!),
    parameters: fitted.parameters,
    aic: 2 * (law.parameters + 1) - 2 * logLikelihood,
    bic: Math.log(n) * (law.parameters + 1) - 2 * logLikelihood,
    outOfSample: rootMean(
      lastThird(y).map((t) => y[t]! - law.predict(logNodes.slice(0, t), y.slice(0, t)).at(logNodes[t]!)),
    ),
  }
}

/** Places of the months that are forecast from those before them. */
const lastThird = (y: readonly number[]) => y.map((_, t) => t).slice(Math.floor((2 * y.length) / 3))

const rootMean = (errors: readonly number[]) =>
  Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length)
