import { RandomStream } from '../random/random-stream'
import { quantile, sorted } from './quantiles'

/** Percentile interval of a statistic's replicates. */
export function percentileInterval(
  replicates: ArrayLike<number>,
  confidence = 0.95,
): { low: number; high: number } {
  const ascending = sorted(replicates)
  return { low: quantile(ascending, (1 - confidence) / 2), high: quantile(ascending, (1 + confidence) / 2) }
}

/** A whole number from 0 up to but without `count`. */
function pick(stream: RandomStream, count: number): number {
  return Math.floor(stream.uniform() * count)
}

/** Replicates of a statistic over resamples of independent items (Efron 1979). */
export function bootstrap<item>(
  items: readonly item[],
  statistic: (resample: readonly item[]) => number,
  options: { replicates: number; seed: number },
): Float64Array {
  const stream = new RandomStream(options.seed)
  return Float64Array.from({ length: options.replicates }, (_, replicate) => {
    stream.seek(replicate)
    return statistic(items.map(() => items[pick(stream, items.length)]!))
  })
}

/**
 * Replicates of a statistic over series that depend in time and belong to groups: groups are drawn with replacement, and
 * each drawn group is rebuilt from blocks of consecutive items at random starts, joined at the ends into a circle, so
 * that every item is as likely (Politis & Romano 1992; two stages as in Davison & Hinkley 1997, 3.8).
 *
 * @param groups items of each group in time order
 * @param block length of the blocks
 */
export function blockBootstrap<item>(
  groups: readonly (readonly item[])[],
  statistic: (resample: readonly item[]) => number,
  options: { block: number; replicates: number; seed: number },
): Float64Array {
  const filled = groups.filter((group) => group.length > 0)
  if (filled.length === 0 || !(options.block >= 1))
    throw new RangeError('A block bootstrap takes items and blocks.')
  const stream = new RandomStream(options.seed)
  return Float64Array.from({ length: options.replicates }, (_, replicate) => {
    stream.seek(replicate)
    const resample: item[] = []
    for (let drawn = 0; drawn < filled.length; drawn++) {
      const group = filled[pick(stream, filled.length)]!
      for (let taken = 0; taken < group.length; ) {
        const start = pick(stream, group.length)
        for (let i = 0; i < options.block && taken < group.length; i++, taken++)
          resample.push(group[(start + i) % group.length]!)
      }
    }
    return statistic(resample)
  })
}
