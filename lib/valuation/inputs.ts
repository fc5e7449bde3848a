import { z } from 'zod'

/** Where a figure comes from: read in public data, derived from them, or assumed (and then editable). */
export const figureSources = ['observed', 'estimated', 'assumption'] as const
export type FigureSource = (typeof figureSources)[number]

const figure = (range: z.ZodNumber) =>
  z.strictObject({
    value: range,
    source: z.enum(figureSources),
    /** how it came about, in a sentence fit to be shown */
    note: z.string(),
  })

/** One input with its source. */
export type Figure = { value: number; source: FigureSource; note: string }

const positive = z.number().positive().max(1e12)
const nonNegative = z.number().nonnegative().max(1e12)
const rate = z.number().min(-10).max(10)
const deviation = z.number().min(0).max(10)

/**
 * Everything a value depends on. Rates are per year and continuously compounded unless said otherwise; deviations are
 * standard deviations; months count from the end of `asOf`.
 */
export const valuationInputsSchema = z.strictObject({
  /** month (YYYY-MM) of the newest figure: the value is as of its end */
  asOf: z.string().regex(/^\d{4}-\d{2}$/),
  /** USD per token */
  tokenPrice: figure(positive),
  /** tokens per month that the network's median device keeps for its operator */
  networkReward: figure(nonNegative),
  /** this device's reward over the median device's, from its own history, shrunk towards 1 */
  deviceRatio: figure(positive),
  /** this device's uptime over the typical one, shrunk towards 1 */
  uptimeFactor: figure(z.number().min(0).max(2)),
  /** USD per month, with the low and high end it may have */
  runningCost: figure(nonNegative),
  runningCostLow: figure(nonNegative),
  runningCostHigh: figure(nonNegative),
  /** expected growth of the dollar reward per node while the node count is frozen */
  rewardGrowth: figure(rate),
  /** how far that growth may be from its figure, constant over the horizon */
  rewardGrowthDeviation: figure(deviation),
  /** of the log dollar reward, as a random walk */
  volatility: figure(deviation),
  /** how far the log of today's reward may be from its figure */
  levelDeviation: figure(deviation),
  /** log growth of the network's nodes, now; it halves every `nodeGrowthHalfLife` months */
  nodeGrowth: figure(rate),
  nodeGrowthDeviation: figure(deviation),
  /** months */
  nodeGrowthHalfLife: figure(z.number().min(0.1).max(1200)),
  /** rate at which the device fails for good */
  hazard: figure(z.number().min(0).max(50)),
  /** how uncertain that rate is, relative to itself */
  hazardDeviation: figure(z.number().min(0).max(3)),
  /** effective yearly return a holder asks: 0.25 is 25 % a year */
  requiredReturn: figure(z.number().min(0).max(10)),
  /** months, whole */
  horizon: figure(z.number().int().min(1).max(240)),
  /** USD the hardware fetches today */
  salvage: figure(nonNegative),
  /** rate at which that price falls */
  salvageDecay: figure(z.number().min(0).max(10)),
})

export type ValuationInputs = z.output<typeof valuationInputsSchema>
