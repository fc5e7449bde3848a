import { exp } from '@/lib/math/elementary/exp'
import { quickExp } from '@/lib/math/elementary/quick-exp'
import { fillInvertedNormals } from '@/lib/math/random/fill-inverted-normals'
import { RandomStream } from '@/lib/math/random/random-stream'
import { poissonQuantile } from '@/lib/math/random/variates'
import type { Jumps } from '../jumps'
import { logVariance } from '../reward-process'
import type { EngineInputs } from './inputs'
import { jumpPair } from './jump-pair'
import type { MarketDraws, TokenJumps } from './market-draws'
import type { Scenarios } from './scenarios'
import { rewardProcesses } from './terms'

/**
 * A position's scenarios as `drawScenarios` would draw them, on the market's random numbers: trend, entry, walks,
 * running cost and compatibility are its network's and strike all positions there alike; when the device fails and how far it
 * lies from its network's other nodes is its own. Jumps are its token's: as often and as far for every position paid in it.
 *
 * @param network the one the device serves
 * @param seed names the device
 * @returns undefined where the market lacks a network of the inputs, or months
 */
export function drawJointScenarios(
  inputs: EngineInputs,
  network: string,
  market: MarketDraws,
  seed: number,
): Scenarios | undefined {
  const { pairs } = market
  const months = inputs.horizon.value
  const here = market.byNetwork.get(network)
  const draws = [network, ...inputs.moves.map((move) => move.network)].map((slug) =>
    market.byNetwork.get(slug),
  )
  if (!here || draws.includes(undefined) || months > market.months) return undefined
  const processes = rewardProcesses(inputs)
  const paths = 2 * pairs
  const scenarios: Scenarios = {
    paths,
    months,
    noise: processes.map(() => new Float64Array(paths * months)),
    cost: new Uint8Array(paths),
    deathLevel: new Float64Array(paths),
    canMove: new Uint8Array(paths),
  }
  const root = Math.sqrt(1 / 12)
  const trendDeviation = inputs.rewardGrowthDeviation.value
  const centring = processes.map((process) =>
    Float64Array.from({ length: months }, (_, t) => exp(-0.5 * logVariance(process, t))),
  )
  const stream = new RandomStream(seed)
  const levels = new Float64Array(processes.length)
  for (let pair = 0; pair < pairs; pair++) {
    stream.seek(pair)
    const [a, b] = [2 * pair, 2 * pair + 1]
    const share = here.cost[pair]!
    scenarios.cost[a] = scenarios.cost[b] = share < 1 / 6 ? 0 : share < 5 / 6 ? 1 : 2
    scenarios.canMove[a] = scenarios.canMove[b] = here.canMove[pair]! < inputs.compatibility.value ? 1 : 0
    const death = stream.uniform()
    scenarios.deathLevel[a] = death
    scenarios.deathLevel[b] = 1 - death
    fillInvertedNormals(stream, levels)
    const trend = trendDeviation * market.trend[pair]!
    processes.forEach((process, k) => {
      const { entry, shocks } = draws[k]!
      const level = Math.sqrt(process.level2) * levels[k]!
      const entered = Math.sqrt(process.entry2) * entry[pair]!
      const deviation = Math.sqrt(process.volatility2) * root
      const noise = scenarios.noise[k]!
      let walk = 0
      for (let t = 0; t < months; t++) {
        walk += deviation * shocks[pair * market.months + t]!
        const factor = quickExp(level + trend * process.times[t]! - entered * process.fade[t]! + walk)
        noise[a * months + t] = factor * centring[k]![t]!
        noise[b * months + t] = centring[k]![t]! / factor
      }
    })
  }
  processes.forEach(({ jumps }, k) => {
    if (jumps) addJumps(scenarios.noise[k]!, jumps, draws[k]!.jumps, { pairs, months, drawn: market.months })
  })
  return scenarios
}

/** Jumps of a network at this position's own rate: where fewer a year jump, more do too. */
function addJumps(
  noise: Float64Array,
  jumps: Jumps,
  token: TokenJumps,
  { pairs, months, drawn }: { pairs: number; months: number /** of the market */; drawn: number },
): void {
  const mean = jumps.intensity / 12
  const counts = Int32Array.from(token.counts, (uniform) => poissonQuantile(uniform, mean))
  for (let pair = 0; pair < pairs; pair++)
    jumpPair(noise, pair, months, jumps, { counts, sizes: token.sizes, from: pair * drawn, step: 1 })
}
