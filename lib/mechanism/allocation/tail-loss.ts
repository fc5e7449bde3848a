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
