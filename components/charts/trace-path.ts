/** Where a point lies, in percent from the left and from below; undefined is a gap. */
export type Place = readonly [at: number, up: number] | undefined

/**
 * SVG path through points in a box of 100 by 100: a line for each run of known points, or, with `single`, a point for
 * each run of one, which a round cap makes a dot.
 */
export function tracePath(places: readonly Place[], of: 'runs' | 'single' = 'runs'): string {
  let path = ''
  for (const [index, place] of places.entries()) {
    if (!place) continue
    const [before, after] = [places[index - 1], places[index + 1]]
    const at = `${place[0]} ${Math.round((100 - place[1]) * 100) / 100}`
    if (of === 'single') path += before || after ? '' : `M${at}h0`
    else if (before) path += `L${at}`
    else if (after) path += `M${at}`
  }
  return path
}
