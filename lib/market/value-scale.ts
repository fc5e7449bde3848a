/** What the value bar draws: quantiles of the present value, and a price where there is one. One unit for all, any unit. */
export type ValueQuantiles = { p5: number; p50: number; p95: number }

/**
 * The stretch of money a bar shows, from its left edge to its right.
 *   own     the interval with a margin: the bar of one position by itself
 *   ratio   from the median over `span` to `span` times it, in equal steps of ratio: values are skewed as prices are, in
 *           a table every tick stands below the last, and a dot left of it is cheap
 *   shared  one stretch of money for all rows
 */
export type ValueScale =
  | { kind: 'own' }
  | { kind: 'ratio'; span: number }
  | { kind: 'shared'; min: number; max: number }

/** Where something stands on the bar: 0 at its left edge, 1 at its right; `off` where it lies beyond an edge. */
export type Mark = { at: number; off?: 'below' | 'above' }

export type BarMarks = { p5: Mark; p50: Mark; p95: Mark; price: Mark | undefined }

/** Margin of an own scale at each end, as a share of the interval. */
const MARGIN = 0.18

/** Places quantiles and price on a scale; what lies beyond it is put on the edge and said to be off. */
export function placeMarks(
  quantiles: ValueQuantiles,
  price: number | undefined,
  scale: ValueScale,
): BarMarks {
  const share = shareOf(quantiles, scale)
  const place = (value: number): Mark => {
    const at = share(value)
    if (at < 0) return { at: 0, off: 'below' }
    if (at > 1) return { at: 1, off: 'above' }
    return { at }
  }
  return {
    p5: place(quantiles.p5),
    p50: place(quantiles.p50),
    p95: place(quantiles.p95),
    price: price === undefined ? undefined : place(price),
  }
}

/** Where on the bar an amount lies, as a share of its width; beyond 0 and 1 it is off. */
function shareOf(quantiles: ValueQuantiles, scale: ValueScale): (value: number) => number {
  const { p50 } = quantiles
  // a median of nothing or less has no multiples
  if (scale.kind === 'ratio' && p50 > 0)
    return (value) => (value > 0 ? 0.5 + Math.log(value / p50) / (2 * Math.log(scale.span)) : -1)
  const [min, max] = stretch(quantiles, scale)
  return (value) => (value - min) / (max - min)
}

function stretch({ p5, p50, p95 }: ValueQuantiles, scale: ValueScale): [number, number] {
  if (scale.kind === 'shared' && scale.max > scale.min) return [scale.min, scale.max]
  const width = p95 - p5
  const margin = width > 0 ? width * MARGIN : Math.max(Math.abs(p50) * MARGIN, 1)
  return [p5 - margin, p95 + margin]
}

const spans = [2, 3, 5, 10, 20]

/** A ratio scale fit for many rows: the smallest of a few that three intervals in four fit into, so that it seldom changes. */
export function ratioScaleFor(rows: readonly ValueQuantiles[]): ValueScale {
  const ratios = rows
    .filter(({ p50 }) => p50 > 0)
    .map(({ p50, p95 }) => p95 / p50)
    .sort((a, b) => a - b)
  const typical = ratios[Math.floor(ratios.length * 0.75)] ?? 3
  return { kind: 'ratio', span: spans.find((span) => span >= typical) ?? 20 }
}
