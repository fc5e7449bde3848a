import { RandomStream } from '@/lib/math/random/random-stream'
import type { Jumps } from '../jumps'
import type { HolderView } from './holder-view'
import { latticeDraws, randomDraws } from './month-draws'
import type { ObservedPaths } from './observed-paths'
import type { Prospects } from './prospects'
import { emptySeen, type SituationValues } from './situation-values'
import type { Terms } from './terms'

/** By month, then network or situation. */
export type SurpriseTable = { margins: Float64Array; values: Float64Array }

/**
 * What margins and values to come turned out above what was to be expected of them the month before. `arrivals`: over the
 * months of a move that takes several, by its first month.
 */
export type Surprises = SurpriseTable & { arrivals: SurpriseTable | undefined }

/**
 * Tells a path's surprises, month by month. Their mean is zero for whoever acts on what is known: margins and prospects are
 * expected in closed form, the rest of the values by draws without bias from the exact distribution of the months to come.
 * @param options.inner draws of each month
 */
export function surprisesOn(options: {
  terms: Terms
  paths: ObservedPaths
  jumps: readonly (Jumps | undefined)[]
  view: HolderView
  prospects: Prospects
  values: SituationValues
  inner: number
  seed: number
}): (path: number) => Surprises {
  const { terms, paths, jumps, view, prospects, values, inner } = options
  const { months, means } = terms
  const networks = means.length
  const situations = terms.moveCosts.length + 2
  const stream = new RandomStream(options.seed)
  const seen = emptySeen(networks)
  const worth = new Float64Array(situations)
  const shift = new Float64Array(3 * networks)

  return (path) => {
    stream.seek(path)
    const cost = terms.ownCosts[paths.cost[path]!]!
    const costs = [cost, ...terms.moveCosts]
    const epsilon = paths.epsilon[path]!
    const jumped = paths.jumped?.[path]
    const found: Surprises = {
      ...emptySurprises(terms),
      arrivals: terms.transit > 1 ? emptySurprises(terms) : undefined,
    }
    const rewardOf = (k: number, month: number) => means[k]![month]! * paths.noise[k]![path * months + month]!
    /** The values at the end of month `end` but for the prospects in them, as they are seen. */
    const addSeen = (to: SurpriseTable, t: number, end: number, share: number) => {
      values.write(end + 1, cost, seen, worth)
      for (let s = 0; s < situations; s++) to.values[t * situations + s]! += share * worth[s]!
    }
    /** Prospects and margins from the end of this month on, when the months before `known` are known. */
    const addKnown = (to: SurpriseTable, t: number, end: number, known: number, share: number) => {
      prospects.look(epsilon, jumped, known, cost)
      const isOver = known > end
      for (let k = 0; k < networks; k++) {
        const margin = isOver ? Math.max(rewardOf(k, end) - costs[k]!, 0) : prospects.margin(k, end)
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
    const happened = (end: number) => {
      view.begin(epsilon, end)
      view.see(jumped, end, (k) => rewardOf(k, end), seen)
    }
    for (let t = 0; t < months; t++) {
      view.begin(epsilon, t - 1)
      for (let i = 0; i < shift.length; i++) shift[i] = stream.uniform()
      for (let point = 0; point < inner; point++) {
        view.draw(t, t, latticeDraws(point, inner, networks, shift), jumps, jumped, seen)
        addSeen(found, t, t, -1 / inner)
      }
      happened(t)
      addSeen(found, t, t, 1)
      addKnown(found, t, t, t, -1)
      addKnown(found, t, t, t + 1, 1)
      // a move that takes longer is decided once: its surprise is over all of its months
      const end = t + terms.transit - 1
      if (!found.arrivals || end >= months) continue
      happened(end)
      addSeen(found.arrivals, t, end, 1)
      addKnown(found.arrivals, t, end, t, -1)
      addKnown(found.arrivals, t, end, end + 1, 1)
      view.begin(epsilon, t - 1)
      for (let point = 0; point < inner; point++) {
        view.draw(t, end, randomDraws(stream), jumps, jumped, seen)
        addSeen(found.arrivals, t, end, -1 / inner)
      }
    }
    return found
  }
}

function emptySurprises({ months, means, moveCosts }: Terms): SurpriseTable {
  return {
    margins: new Float64Array(months * means.length),
    values: new Float64Array(months * (moveCosts.length + 2)),
  }
}
