import { HotswapError } from '@/lib/core/errors'

/** The data cannot carry the model: too few, without variation, or without the feature that it is about. */
export class CalibrationError extends HotswapError {
  override readonly name = 'CalibrationError'
}

/** An observation; a blank value is unknown. Time in years, steps may differ. */
export type Observation = { time: number; value: number | null }

/** One step of a series between two known values. */
export type Step = { from: number; to: number; dt: number }

/**
 * Steps between the known values, blanks left out, so that a gap is one longer step.
 * @throws CalibrationError with fewer steps than `least`, with times that do not increase, or without variation
 */
export function stepsOf(series: readonly Observation[], least: number): Step[] {
  const known = series.filter(
    (row): row is { time: number; value: number } => row.value !== null && Number.isFinite(row.value),
  )
  const steps = known
    .slice(1)
    .map((row, i) => ({ from: known[i]!.value, to: row.value, dt: row.time - known[i]!.time }))
  if (steps.length < least)
    throw new CalibrationError(`The series has ${known.length} known values; the model needs ${least + 1}.`)
  if (steps.some(({ dt }) => !(dt > 0))) throw new CalibrationError('The times of a series increase.')
  if (known.every(({ value }) => value === known[0]!.value))
    throw new CalibrationError('The series does not vary.')
  return steps
}

/** Logarithms of prices. @throws CalibrationError when a known one is not above zero */
export function logPrices(series: readonly Observation[]): Observation[] {
  return series.map(({ time, value }) => {
    if (value !== null && !(value > 0)) throw new CalibrationError(`${value} is not a price.`)
    return { time, value: value === null ? null : Math.log(value) }
  })
}
