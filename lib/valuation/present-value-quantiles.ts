import { normalCdf } from '@/lib/math/normal'
import { runningCosts, salvageValues } from './expected-value'
import type { ValuationInputs } from './inputs'
import { survival } from './lifetime'
import { type RewardMixture, rewardMixture } from './reward-mixture'
import type { RewardProcess } from './reward-process'

/** One way the device's life can go: dollars that come anyway, and the distribution of the rewards before it ends. */
type Branch = { probability: number; salvage: number; rewards: RewardMixture | undefined }

/**
 * Quantiles of the realised present value, USD: a mixture over lifetime and running cost, in each branch of which the
 * discounted margins follow `rewardMixture`. Lifetimes are carried at some months, each in-between month shared by
 * its neighbours. The tests hold the result to a simulation.
 */
export function presentValueQuantiles(
  inputs: ValuationInputs,
  process: RewardProcess,
  levels: readonly number[],
): number[] {
  const branches = lifeBranches(inputs, process)
  const highest = Math.max(...branches.map((branch) => branch.salvage + (branch.rewards?.highest ?? 0)))
  // halving log(1 + x) reaches small and large figures in the same steps: 32 leave less than a cent below $1,000,000
  return levels.map((level) => {
    let low = 0
    let high = Math.log1p(highest)
    for (let step = 0; step < 32; step++) {
      const middle = (low + high) / 2
      if (distribution(branches, Math.expm1(middle)) < level) low = middle
      else high = middle
    }
    return Math.expm1((low + high) / 2)
  })
}

/** P(present value ≤ x). */
function distribution(branches: readonly Branch[], x: number): number {
  let sum = 0
  for (const { probability, salvage, rewards } of branches) {
    const rest = x - salvage
    if (rest < 0) continue
    if (!rewards) sum += probability
    else if (rest > 0) {
      const target = Math.log(rest)
      let below = 0
      for (let node = 0; node < rewards.weights.length; node++)
        below +=
          (rewards.weights[node] ?? 0) *
          normalCdf((target - (rewards.means[node] ?? 0)) / (rewards.deviations[node] ?? 1))
      sum += probability * below
    }
  }
  return sum
}

function lifeBranches(inputs: ValuationInputs, process: RewardProcess): Branch[] {
  const horizon = inputs.horizon.value
  const salvage = salvageValues(inputs)
  const carried = carriedMonths(horizon)
  const masses = deathMasses(survival(inputs), carried)
  return carried.flatMap((rewarded, index) => {
    const ends = Math.min(rewarded + 1, horizon)
    return runningCosts(inputs).map(({ cost, weight }) => ({
      probability: weight * (masses[index] ?? 0),
      salvage: salvage[ends] ?? 0,
      rewards: rewardMixture(inputs, process, cost, rewarded),
    }))
  })
}

/** Numbers of rewarded months that get a branch: 0, 1, 2, 3, 4, 6 … dense where short lives make the lower quantile. */
function carriedMonths(horizon: number): number[] {
  const chosen: number[] = []
  for (let month = 0; month < horizon; month += month < 4 ? 1 : month < 12 ? 2 : month < 24 ? 3 : 6)
    chosen.push(month)
  return [...chosen, horizon]
}

/** Chance of each number of rewarded months, the ones not carried shared linearly by their neighbours. */
function deathMasses(alive: Float64Array, carried: readonly number[]): number[] {
  const masses = carried.map(() => 0)
  const horizon = alive.length - 1
  let upper = 0
  for (let rewarded = 0; rewarded <= horizon; rewarded++) {
    const mass = (alive[rewarded] ?? 0) - (rewarded === horizon ? 0 : (alive[rewarded + 1] ?? 0))
    while ((carried[upper] ?? horizon) < rewarded) upper += 1
    const to = carried[upper] ?? horizon
    const from = carried[upper - 1] ?? to
    const share = to > from ? (rewarded - from) / (to - from) : 1
    masses[upper] = (masses[upper] ?? 0) + mass * share
    if (upper > 0) masses[upper - 1] = (masses[upper - 1] ?? 0) + mass * (1 - share)
  }
  return masses
}
