import type { EngineInputs } from './inputs'
import { rewardProcesses, walkCorrelations } from './terms'

/**
 * What a holder who remembers every month's rewards expects of the next ones. The log rewards of all networks in all
 * months (jumps left out) are jointly Gaussian; with L the Cholesky root of their covariance, month after month,
 * X = L ε, the months up to t fix ε up to t, and what is to come has mean L ε≤t.
 */
export type RewardFilter = {
  networks: number
  months: number
  /** L by rows, of (months · networks)²; index month · networks + network */
  root: Float64Array
}

export function rewardFilter(inputs: EngineInputs): RewardFilter {
  const processes = rewardProcesses(inputs)
  const networks = processes.length
  const months = inputs.horizon.value
  const n = months * networks
  // correlation with the walk here; any two others hang together by it alone
  const withHere = walkCorrelations(inputs, processes)
  const { times, trend2 } = processes[0]!
  const covariance = (s: number, j: number, t: number, k: number) => {
    const [a, b] = [processes[j]!, processes[k]!]
    const walk =
      j === k ? a.volatility2 : withHere[j]! * withHere[k]! * Math.sqrt(a.volatility2 * b.volatility2)
    const own = j === k ? a.level2 + a.entry2 * a.fade[s]! * a.fade[t]! : 0
    return walk * Math.min(times[s]!, times[t]!) + trend2 * times[s]! * times[t]! + own
  }
  const root = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    const [t, k] = [Math.floor(row / networks), row % networks]
    for (let column = 0; column <= row; column++) {
      const full = covariance(Math.floor(column / networks), column % networks, t, k)
      let rest = full
      for (let i = 0; i < column; i++) rest -= root[row * n + i]! * root[column * n + i]!
      if (column < row) {
        const pivot = root[column * n + column]!
        root[row * n + column] = pivot > 0 ? rest / pivot : 0
      } else root[row * n + row] = rest > 1e-12 * full ? Math.sqrt(rest) : 0
    }
  }
  return { networks, months, root }
}

/** Mean of a network's log reward in a month, given ε of this month and those before. */
export function expectedLog(
  { networks, months, root }: RewardFilter,
  month: number,
  network: number,
  epsilon: Float64Array,
  until: number,
): number {
  const n = months * networks
  const row = (month * networks + network) * n
  const end = Math.min(until + 1, month + 1) * networks
  let sum = 0
  for (let i = 0; i < end; i++) sum += root[row + i]! * epsilon[i]!
  return sum
}
