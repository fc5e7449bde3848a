import { exp } from '@/lib/math/elementary/exp'
import { quickExp } from '@/lib/math/elementary/quick-exp'
import { logVariance, type RewardProcess } from '../reward-process'
import type { EngineInputs } from './inputs'
import { jumpPair } from './jump-pair'
import { keepLast } from './keep'
import { jumpDraws, pairDraws } from './pair-draws'
import { rewardProcesses, walkCorrelations } from './terms'

/** What chance brings on each path; paths 2k and 2k + 1 mirror each other. */
export type Scenarios = {
  paths: number
  months: number
  /** by network: reward of month t + 1 over its mean, at [path · months + t] */
  noise: Float64Array[]
  /** 0 low, 1 middle, 2 high: which running cost this path has (PERT's weights) */
  cost: Uint8Array
  /** the device is alive at the end of a month while its chance of that exceeds this */
  deathLevel: Float64Array
  /** 1 where the device can serve the other networks */
  canMove: Uint8Array
}

/** 1/g and 1/g² of the plastic number g: an even sequence in two dimensions (Roberts 2018). */
export const EVEN_COST = 0.7548776662466927
const EVEN_MOVE = 0.5698402909980532

/** Scenarios that are kept have at most this many rewards (16 MB). */
const MOST_KEPT = 2_000_000

const keep = keepLast<Scenarios>(4)

/**
 * The scenarios of these inputs: positions of one network that differ in price, reward, uptime, cost or hardware share
 * them, and so do a valuation and what is asked of it afterwards. Nobody may write to them.
 */
export function drawScenarios(inputs: EngineInputs, paths: number, seed: number): Scenarios {
  const processes = rewardProcesses(inputs)
  if (paths * inputs.horizon.value * processes.length > MOST_KEPT) return draw(inputs, processes, paths, seed)
  return keep(`${paths} ${seed} ${spreadOf(inputs, processes)}`, () => draw(inputs, processes, paths, seed))
}

/** What the scenarios depend on beside their seed. */
export function spreadOf(inputs: EngineInputs, processes: readonly RewardProcess[]): string {
  return JSON.stringify([
    inputs.horizon.value,
    inputs.moves.map((move) => move.correlation.value),
    inputs.compatibility.value,
    inputs.nodeGrowthHalfLife.value,
    inputs.rewardGrowthDeviation.value,
    processes.map(({ volatility2, level2, entry2, jumps }) => [volatility2, level2, entry2, jumps ?? 0]),
  ])
}

/**
 * Draws scenarios: random walk, unknown level, trend and entry of every network as in `rewardProcess`, the walks
 * correlated, the trend shared, jumps each network's own; cost and compatibility spread evenly over the paths rather than
 * drawn. Path pair k depends on (seed, k) alone, and every bit is fixed.
 */
function draw(
  inputs: EngineInputs,
  processes: readonly RewardProcess[],
  paths: number,
  seed: number,
): Scenarios {
  const months = inputs.horizon.value
  const networks = processes.length
  const noise = processes.map(() => new Float64Array(paths * months))
  const cost = new Uint8Array(paths)
  const deathLevel = new Float64Array(paths)
  const canMove = new Uint8Array(paths)
  const centring = processes.map((process) =>
    Float64Array.from({ length: months }, (_, t) => exp(-0.5 * logVariance(process, t))),
  )
  const root = Math.sqrt(1 / 12)
  const walkDeviations = processes.map((process) => Math.sqrt(process.volatility2) * root)
  const correlations = walkCorrelations(inputs, processes)
  const rests = correlations.map((correlation) => Math.sqrt(1 - correlation * correlation))
  const levels = new Float64Array(networks)
  const entries = new Float64Array(networks)
  const walks = new Float64Array(networks)
  const z = new Float64Array(1 + (2 + months) * networks)
  const drawPair = pairDraws(seed, paths / 2, z.length)
  const trendDeviation = inputs.rewardGrowthDeviation.value

  for (let pair = 0; pair < paths / 2; pair++) {
    const [a, b] = [2 * pair, 2 * pair + 1]
    const costShare = (0.5 + pair * EVEN_COST) % 1
    cost[a] = cost[b] = costShare < 1 / 6 ? 0 : costShare < 5 / 6 ? 1 : 2
    canMove[a] = canMove[b] = (0.5 + pair * EVEN_MOVE) % 1 < inputs.compatibility.value ? 1 : 0
    const death = drawPair(pair, z)
    deathLevel[a] = death
    deathLevel[b] = 1 - death
    const trend = trendDeviation * z[0]!
    for (let k = 0; k < networks; k++) {
      levels[k] = Math.sqrt(processes[k]!.level2) * z[1 + 2 * k]!
      entries[k] = Math.sqrt(processes[k]!.entry2) * z[2 + 2 * k]!
      walks[k] = 0
    }
    for (let t = 0; t < months; t++) {
      const at = 1 + (2 + t) * networks
      const own = z[at]!
      for (let k = 0; k < networks; k++) {
        const process = processes[k]!
        const shock = k === 0 ? own : correlations[k]! * own + rests[k]! * z[at + k]!
        walks[k]! += walkDeviations[k]! * shock
        const x = levels[k]! + trend * process.times[t]! - entries[k]! * process.fade[t]! + walks[k]!
        const centre = centring[k]![t]!
        const factor = quickExp(x)
        noise[k]![a * months + t] = factor * centre
        noise[k]![b * months + t] = centre / factor
      }
    }
  }
  if (processes.some(({ jumps }) => jumps)) addJumps(noise, processes, months, seed)
  return { paths, months, noise, cost, deathLevel, canMove }
}

/** Multiplies rewards by the jumps of each network. */
function addJumps(
  noise: readonly Float64Array[],
  processes: readonly RewardProcess[],
  months: number,
  seed: number,
): void {
  const step = processes.length
  const means = processes.map(({ jumps }) => (jumps ? jumps.intensity / 12 : 0))
  const counts = new Int32Array(months * step)
  const sizes = new Float64Array(months * step)
  const pairs = noise[0]!.length / months / 2
  for (let pair = 0; pair < pairs; pair++) {
    jumpDraws(seed, pair, means, counts, sizes)
    processes.forEach(({ jumps }, k) => {
      if (jumps) jumpPair(noise[k]!, pair, months, jumps, { counts, sizes, from: k, step })
    })
  }
}
