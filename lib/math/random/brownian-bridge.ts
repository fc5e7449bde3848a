/**
 * Turns independent normals into a Brownian path at the given times, coarse features first: the first normal sets the
 * end, the next the middle given both ends, and so on, so that the best dimensions of a quasi-random point carry
 * most of the variance. Source: Glasserman (2004), “Monte Carlo Methods in Financial Engineering”, 3.1; Caflisch &
 * Moskowitz (1995).
 *
 * @param times increasing, positive
 * @returns writes W(times[i]) into `path` from as many independent standard normals
 */
export function brownianBridge(
  times: readonly number[],
): (normals: Float64Array, path: Float64Array) => void {
  const n = times.length
  if (times.some((time, i) => !(time > (i === 0 ? 0 : times[i - 1]!))))
    throw new RangeError('The times of a Brownian path increase from above zero.')
  const order = new Int32Array(n)
  const left = new Int32Array(n)
  const right = new Int32Array(n)
  const leftWeight = new Float64Array(n)
  const rightWeight = new Float64Array(n)
  const deviation = new Float64Array(n)
  order[0] = n - 1
  deviation[0] = Math.sqrt(times[n - 1] ?? 0)
  let filled = 1
  // breadth first: intervals (low, high) with both ends known; −1 is time zero
  const intervals: [number, number][] = [[-1, n - 1]]
  for (const [low, high] of intervals) {
    if (high - low < 2) continue
    const middle = (low + high) >> 1
    const from = low < 0 ? 0 : times[low]!
    const [at, to] = [times[middle]!, times[high]!]
    order[filled] = middle
    left[filled] = low
    right[filled] = high
    leftWeight[filled] = (to - at) / (to - from)
    rightWeight[filled] = (at - from) / (to - from)
    deviation[filled] = Math.sqrt(((at - from) * (to - at)) / (to - from))
    filled += 1
    intervals.push([low, middle], [middle, high])
  }
  return (normals, path) => {
    if (n === 0) return
    path[n - 1] = deviation[0]! * normals[0]!
    for (let i = 1; i < n; i++) {
      const low = left[i]!
      const before = low < 0 ? 0 : path[low]!
      path[order[i]!] =
        leftWeight[i]! * before + rightWeight[i]! * path[right[i]!]! + deviation[i]! * normals[i]!
    }
  }
}
