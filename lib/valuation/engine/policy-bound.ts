import { normalQuantile } from '@/lib/math/elementary/normal-quantile'
import { quickExp } from '@/lib/math/elementary/quick-exp'
import { controlledMean } from '@/lib/math/monte-carlo/controlled-mean'
import { RandomStream } from '@/lib/math/random/random-stream'
import { normal, poisson, poissonQuantile } from '@/lib/math/random/variates'
import { type Jumps, jumpCompensator } from '../jumps'
import { controlsOf } from './gain'
import type { EngineInputs } from './inputs'
import { type ObservedPaths, observePaths } from './observed-paths'
import { choicesOf, fitPolicyWithValues } from './policy'
import { prospectsOf } from './prospects'
import { expectedLog, type RewardFilter, rewardFilter } from './reward-filter'
import { emptySeen, fitSituationValues, type Seen } from './situation-values'
import { rewardProcesses, type Terms, termsOf } from './terms'

export type PolicyBound = {
  /** what the best policy is worth at most, USD */
  upper: number
  standardError: number
  paths: number
}

export type BoundSettings = { seed: number; paths: number; fitPaths: number; inner: number }

export const BOUND_SETTINGS: BoundSettings = { seed: 20_240_602, paths: 400, fitPaths: 2048, inner: 32 }

/**
 * An upper bound of what any holder can make of a position who sees every reward of every network so far, but not the
 * future, by duality (Rogers 2002; for switching Brown, Smith & Sun 2010):
 *
 *     best policy ≤ E[max over all sequences of actions (cash − penalty)]
 *
 * On each path the best actions are chosen with the whole path in view, and pay for the view: each month's penalty is
 * what margin and value to come turned out above what was to be expected of them the month before. Its mean is
 * zero for whoever acts on what is known: margins and prospects are expected in closed form, the rest of the values by
 * draws without bias from the exact distribution of the next month's rewards given all before. So the bound holds whatever
 * the values are, and is close where they are.
 */
export function boundPolicy(inputs: EngineInputs, settings: BoundSettings = BOUND_SETTINGS): PolicyBound {
  const terms = termsOf(inputs)
  const filter = rewardFilter(inputs)
  const jumps = rewardProcesses(inputs).map((process) => process.jumps)
  const training = observePaths(filter, jumps, settings.fitPaths, settings.seed + 1)
  const look = looker(terms, filter)
  const prospects = prospectsOf(inputs, terms, filter)
  const see = (path: number, t: number, seen: Seen) => {
    look.begin(training.epsilon[path]!, t - 1)
    look.see(
      training.jumped?.[path],
      t - 1,
      (k) => terms.means[k]![t - 1]! * training.noise[k]![path * terms.months + t - 1]!,
      seen,
    )
    return terms.ownCosts[training.cost[path]!]!
  }
  const values = fitSituationValues(terms, fitPolicyWithValues(terms, training).values, see, {
    count: prospects.count,
    others: prospects.others,
    brought: broughtOf(terms, training, jumps, prospects.others),
  })

  const measured = observePaths(filter, jumps, settings.paths, settings.seed)
  const stream = new RandomStream(settings.seed + 2)
  const situations = terms.moveCosts.length + 2
  const start = inputs.compatibility.value
  const bounds = new Float64Array(measured.paths / 2)
  for (let path = 0; path < measured.paths; path += 2) {
    let sum = 0
    for (const one of [path, path + 1]) {
      stream.seek(one)
      const surprises = surprisesOf(one)
      const best = bestInHindsight(terms, measured, one, surprises)
      sum += start * best[0]! + (1 - start) * best[situations - 1]!
    }
    bounds[path / 2] = sum / 2
  }
  const { mean, standardError } = controlledMean(bounds, controlsOf(inputs, terms, measured))
  return { upper: mean, standardError, paths: measured.paths }

  /** Month by month, what margins (by network) and values (by situation) came out above what was to be expected. */
  function surprisesOf(path: number): Surprises {
    const { months, means } = terms
    const networks = means.length
    const cost = terms.ownCosts[measured.cost[path]!]!
    const costs = [cost, ...terms.moveCosts]
    const epsilon = measured.epsilon[path]!
    const jumped = measured.jumped?.[path]
    const found: Surprises = {
      ...emptySurprises(terms),
      arrivals: terms.transit > 1 ? emptySurprises(terms) : undefined,
    }
    const seen = emptySeen(networks)
    const worth = new Float64Array(situations)
    const shift = new Float64Array(3 * networks)
    const add = (to: SurpriseTable, t: number, end: number, share: number) => {
      values.write(end + 1, cost, seen, worth)
      for (let s = 0; s < situations; s++) to.values[t * situations + s]! += share * worth[s]!
    }
    const inner = settings.inner
    /** Prospects and margins from the end of this month on, when the months before `known` are known. */
    const addKnown = (to: SurpriseTable, t: number, end: number, known: number, share: number) => {
      prospects.look(epsilon, jumped, known, cost)
      const isOver = known > end
      for (let k = 0; k < networks; k++) {
        const reward = means[k]![end]! * measured.noise[k]![path * months + end]!
        const margin = isOver ? Math.max(reward - costs[k]!, 0) : prospects.margin(k, end)
        to.margins[t * networks + k]! += share * margin
      }
      if (end + 1 === months) return
      for (let s = 0; s < situations; s++) {
        const shares = values.shares(end + 1, s)
        let sum = 0
        for (let i = 0; i < prospects.count; i++) sum += shares[i]! * prospects.from(i, end + 1)
        to.values[t * situations + s]! += (share * sum) / terms.alive[end + 1]!
      }
    }
    for (let t = 0; t < months; t++) {
      look.begin(epsilon, t - 1)
      for (let i = 0; i < shift.length; i++) shift[i] = stream.uniform()
      for (let point = 0; point < inner; point++) {
        look.draw(t, t, lattice(point, inner, networks, shift), jumps, jumped, seen)
        add(found, t, t, -1 / inner)
      }
      const happened = (end: number) => {
        look.begin(epsilon, end)
        look.see(jumped, end, (k) => means[k]![end]! * measured.noise[k]![path * months + end]!, seen)
      }
      happened(t)
      add(found, t, t, 1)
      addKnown(found, t, t, t, -1)
      addKnown(found, t, t, t + 1, 1)
      // a move that takes longer is decided once: its surprise is over all of its months
      const end = t + terms.transit - 1
      if (!found.arrivals || end >= months) continue
      happened(end)
      add(found.arrivals, t, end, 1)
      addKnown(found.arrivals, t, end, t, -1)
      addKnown(found.arrivals, t, end, end + 1, 1)
      look.begin(epsilon, t - 1)
      for (let point = 0; point < inner; point++) {
        look.draw(t, end, randomly(stream), jumps, jumped, seen)
        add(found.arrivals, t, end, -1 / inner)
      }
    }
    return found
  }
}

/** What the streams of `prospectsOf` brought after a month's end, alive then, on each path. */
function broughtOf(
  terms: Terms,
  { paths, noise, cost }: ObservedPaths,
  jumps: readonly (Jumps | undefined)[],
  others: readonly number[],
) {
  const { months, alive, discount, means } = terms
  const sumOf = (margin: (path: number, t: number) => number) => {
    const sum = new Float64Array(paths * (months + 1))
    for (let path = 0; path < paths; path++)
      for (let t = months - 1; t >= 0; t--) {
        const at = path * (months + 1) + t
        sum[at] = sum[at + 1]! + alive[t + 1]! * discount[t + 1]! * margin(path, t)
      }
    return sum
  }
  const reward = (k: number, path: number, t: number) => means[k]![t]! * noise[k]![path * months + t]!
  const stays = noise.map((_, k) =>
    sumOf((path, t) => {
      const margin = reward(k, path, t) - (k === 0 ? terms.ownCosts[cost[path]!]! : terms.moveCosts[k - 1]!)
      return jumps[k] ? margin : Math.max(margin, 0)
    }),
  )
  const exchanges = others.map((k) =>
    sumOf((path, t) => Math.max(reward(k, path, t) - reward(0, path, t), 0)),
  )
  const sums = [...stays, ...exchanges]
  return (stream: number, path: number, t: number) => sums[stream]![path * (months + 1) + t]! / alive[t]!
}

/** By month, then network or situation. */
type SurpriseTable = { margins: Float64Array; values: Float64Array }
/** `arrivals`: over the months of a move that takes several, by its first month. */
type Surprises = SurpriseTable & { arrivals: SurpriseTable | undefined }

function emptySurprises({ months, means, moveCosts }: Terms): SurpriseTable {
  return {
    margins: new Float64Array(months * means.length),
    values: new Float64Array(months * (moveCosts.length + 2)),
  }
}

/** By situation today: the most that a path pays, penalties taken off, to one who knows it whole. USD */
function bestInHindsight(
  terms: Terms,
  { noise, cost }: ObservedPaths,
  path: number,
  surprises: Surprises,
): Float64Array {
  const { months, alive, discount, salvage, transit } = terms
  const networks = terms.means.length
  const moves = terms.moveCosts.length
  const situations = moves + 2
  const costs = [terms.ownCosts[cost[path]!]!, ...terms.moveCosts]
  const margin = (k: number, t: number, surprise: number) =>
    discount[t + 1]! *
    (Math.max(terms.means[k]![t]! * noise[k]![path * months + t]! - costs[k]!, 0) - surprise)
  const arrivals = surprises.arrivals ?? surprises
  const best = Array.from({ length: months + 1 }, () => new Float64Array(situations))
  best[months]!.fill(salvage[months]!)
  for (let t = months - 1; t >= 0; t--)
    for (let s = 0; s < situations; s++) {
      const p = alive[t + 1]! / alive[t]!
      const k = s > moves ? 0 : s
      let most =
        p *
          (margin(k, t, surprises.margins[t * networks + k]!) +
            best[t + 1]![s]! -
            surprises.values[t * situations + s]!) +
        (1 - p) * salvage[t + 1]!
      for (const choice of choicesOf(s, moves)) {
        if (choice === moves + 1) {
          most = Math.max(most, salvage[t]!)
          continue
        }
        const end = t + transit
        if (end > months) continue
        let value = -discount[t]! * terms.moveCost
        for (let month = t; month < end; month++)
          value += ((alive[month]! - alive[month + 1]!) / alive[t]!) * salvage[month + 1]!
        const arrived =
          terms.arrivalShare * margin(choice, end - 1, arrivals.margins[t * networks + choice]!) +
          best[end]![choice]! -
          arrivals.values[t * situations + choice]!
        most = Math.max(most, value + (alive[end]! / alive[t]!) * arrived)
      }
      best[t]![s] = most
    }
  return best[0]!
}

/** What a holder sees at a month's end, on a path or in a draw of the month to come. */
function looker(terms: Terms, filter: RewardFilter) {
  const { months, networks, root } = filter
  const n = months * networks
  // the month half way from each month's end to the horizon, whose expected reward is seen
  const target = (t: number) => Math.min(t + Math.max(Math.floor((months - t) / 2), 1), months - 1)
  const halfVariance = (row: number, upTo: number) => {
    let sum = 0
    for (let i = 0; i < upTo; i++) sum += root[row * n + i]! ** 2
    return 0.5 * sum
  }
  // centring of a month's own log, and of its expected value given the months up to `t`
  const own = Float64Array.from({ length: n }, (_, row) => halfVariance(row, row + 1))
  const known = Float64Array.from({ length: n }, (_, at) =>
    halfVariance(
      target(Math.floor(at / networks)) * networks + (at % networks),
      (Math.floor(at / networks) + 1) * networks,
    ),
  )
  let epsilon: Float64Array = new Float64Array(0)
  let until = -1
  const z = new Float64Array(terms.transit * networks)
  // the mean of a log given what is known, asked for again by every draw of the month to come
  const means = new Float64Array(n)
  const asked = new Uint8Array(n)
  const expected = (row: number) => {
    if (asked[row] === 0) {
      means[row] = expectedLog(filter, Math.floor(row / networks), row % networks, epsilon, until)
      asked[row] = 1
    }
    return means[row]!
  }
  return {
    /** Everything up to this month is known; −1: nothing. */
    begin(given: Float64Array, month: number): void {
      epsilon = given
      until = month
      asked.fill(0)
    },
    /** What is seen at the end of month index t, known itself. */
    see(jumped: Float64Array | undefined, t: number, reward: (k: number) => number, out: Seen): void {
      for (let k = 0; k < networks; k++) {
        out.rewards[k] = reward(k)
        const ahead = expected(target(t) * networks + k)
        const at = t * networks + k
        out.ahead[k] = terms.means[k]![target(t)]! * quickExp(ahead - known[at]! + (jumped ? jumped[at]! : 0))
      }
    },
    /** The same at the end of month `end`, with the months from t to it still to come and drawn here. */
    draw(
      t: number,
      end: number,
      draws: Draws,
      jumps: readonly (Jumps | undefined)[],
      jumped: Float64Array | undefined,
      out: Seen,
    ): void {
      const span = end - t + 1
      for (let i = 0; i < span * networks; i++) z[i] = draws.normal(i)
      for (let k = 0; k < networks; k++) {
        const row = end * networks + k
        const distant = target(end) * networks + k
        let [x, ahead] = [expected(row), expected(distant)]
        for (let i = 0; i < span * networks; i++) {
          const column = t * networks + i
          if (column <= row) x += root[row * n + column]! * z[i]!
          ahead += root[distant * n + column]! * z[i]!
        }
        let jump = jumped && t > 0 ? jumped[(t - 1) * networks + k]! : 0
        const kind = jumps[k]
        if (kind) {
          const time = span / 12
          const count = draws.count(k, kind.intensity * time)
          jump += count * kind.mean - jumpCompensator(kind) * time
          jump += Math.sqrt(count) * kind.deviation * draws.size(k)
        }
        out.rewards[k] = terms.means[k]![end]! * quickExp(x - own[row]! + jump)
        out.ahead[k] = terms.means[k]![target(end)]! * quickExp(ahead - known[row]! + jump)
      }
    },
  }
}

/** The chance of one draw: normals of the walks, then number and size of the jumps of each network. */
type Draws = {
  normal(index: number): number
  count(network: number, mean: number): number
  size(network: number): number
}

/** Powers of 1/φ, the most evenly spread step: one for each dimension after the first. */
const STEPS = [1]
while (STEPS.length < 16) STEPS.push(STEPS.at(-1)! * 0.6180339887498949)

/** A point of a lattice that is shifted at random: each coordinate uniform by itself, even together with the other points. */
function lattice(point: number, points: number, networks: number, shift: Float64Array): Draws {
  const uniform = (dimension: number) => {
    const u =
      dimension === 0 ? (point + shift[0]!) / points : (point * STEPS[dimension]! + shift[dimension]!) % 1
    return Math.min(Math.max(u, 1e-12), 1 - 1e-12)
  }
  return {
    normal: (index) => normalQuantile(uniform(index)),
    count: (network, mean) => poissonQuantile(uniform(networks + network), mean),
    size: (network) => normalQuantile(uniform(2 * networks + network)),
  }
}

function randomly(stream: RandomStream): Draws {
  return {
    normal: () => normal(stream),
    count: (_, mean) => poisson(stream, mean),
    size: () => normal(stream),
  }
}
