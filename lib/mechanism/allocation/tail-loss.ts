export type TailScenarios = {
  /** least loss of the tail */
  valueAtRisk: number
  /** mean of the tail */
  cvar: number
  /** the tail: its scenarios, worst first, with weights that add up to one */
  scenarios: { scenario: number; weight: number }[]
}

/**
 * The worst 1 − β of equally likely losses, the scenario on its edge counted with its fraction (Rockafellar & Uryasev
 * 2002), so that its mean is the least of α + Σ max(0, loss − α) / ((1 − β) S) over α.
 */
export function tailScenarios(losses: Float64Array, beta: number): TailScenarios {
  const order = Uint32Array.from(losses, (_, scenario) => scenario).sort(
    (a, b) => losses[b]! - losses[a]! || a - b,
  )
  const size = (1 - beta) * losses.length
  const scenarios: TailScenarios['scenarios'] = []
  let [cvar, left, valueAtRisk] = [0, size, losses[order[0]!]!]
  for (const scenario of order) {
    if (left <= 1e-12) break
    const weight = Math.min(1, left) / size
    left -= 1
    valueAtRisk = losses[scenario]!
    cvar += weight * valueAtRisk
    scenarios.push({ scenario, weight })
  }
  return { valueAtRisk, cvar, scenarios }
}

/**
 * Mean of the worst 1 − β of equally likely losses, as {@link tailScenarios} tells it, without saying which they are:
 * by selection instead of sorting, for searches that look at thousands of baskets.
 * @param losses are left in another order
 */
export function tailMean(losses: Float64Array, beta: number): number {
  const size = (1 - beta) * losses.length
  const whole = Math.min(Math.floor(size), losses.length - 1)
  largestFirst(losses, whole)
  let sum = (size - whole) * losses[whole]!
  for (let i = 0; i < whole; i++) sum += losses[i]!
  return sum / size
}

/**
 * Puts the value that stands at `index` in descending order there, larger ones before it and smaller ones after it.
 * Source: Hoare (1961), “Algorithm 65: Find”.
 */
function largestFirst(values: Float64Array, index: number): void {
  let [from, to] = [0, values.length - 1]
  while (from < to) {
    const pivot = values[index]!
    let [i, j] = [from, to]
    while (i <= j) {
      while (values[i]! > pivot) i++
      while (values[j]! < pivot) j--
      if (i > j) break
      const larger = values[j]!
      values[j--] = values[i]!
      values[i++] = larger
    }
    if (j < index) from = i
    if (i > index) to = j
  }
}
