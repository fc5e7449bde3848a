/** Milliseconds of the quickest of several runs, which other work on the machine disturbs least. */
export function best(runs: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

/**
 * Milliseconds of one core that a run takes, the median of several: what the processor worked for this process, garbage
 * collection included, whatever else the machine did meanwhile.
 */
export function processorTime(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }).sort((a, b) => a - b)
  return times[Math.floor(runs / 2)] ?? Number.NaN
}

export function rootMeanSquare(errors: readonly number[]): number {
  return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
}
