export type RebasedPoint = { at: string; value: number }

/**
 * Histories on one footing: each divided by what it was at the base, times 100. The base is the first date at which all
 * of them stand above zero; where there is none, each starts from its own first.
 *
 * @returns the histories in their order, and the base they share
 */
export function rebase(histories: readonly (readonly RebasedPoint[])[]): {
  histories: RebasedPoint[][]
  base: string | undefined
} {
  const positive = histories.map((points) => points.filter(({ value }) => value > 0))
  const [first, ...others] = positive
  const base = first?.find(({ at }) => others.every((points) => points.some((point) => point.at === at)))?.at
  return {
    base,
    histories: histories.map((points, i) => {
      const start = (positive[i]?.find(({ at }) => at === base) ?? positive[i]?.[0])?.value
      return start === undefined ? [] : points.map(({ at, value }) => ({ at, value: (100 * value) / start }))
    }),
  }
}
