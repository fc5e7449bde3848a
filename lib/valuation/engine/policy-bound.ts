import { controlledMean } from '@/lib/math/monte-carlo/controlled-mean'
import { bestInHindsight } from './best-in-hindsight'
import { broughtOf } from './brought-by-streams'
import { controlsOf } from './gain'
import { holderView } from './holder-view'
import type { EngineInputs } from './inputs'
import { observePaths } from './observed-paths'
import { fitPolicyWithValues } from './policy'
import { prospectsOf } from './prospects'
import { rewardFilter } from './reward-filter'
import { fitSituationValues, type Seen } from './situation-values'
import { surprisesOn } from './surprises'
import { rewardProcesses, termsOf } from './terms'

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
  const view = holderView(terms, filter)
  const prospects = prospectsOf(inputs, terms, filter)
  const see = (path: number, t: number, seen: Seen) => {
    view.begin(training.epsilon[path]!, t - 1)
    view.see(
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
  const surprisesOf = surprisesOn({
    terms,
    paths: measured,
    jumps,
    view,
    prospects,
    values,
    inner: settings.inner,
    seed: settings.seed + 2,
  })
  const start = inputs.compatibility.value
  const bounds = new Float64Array(measured.paths / 2)
  for (let path = 0; path < measured.paths; path += 2) {
    let sum = 0
    for (const one of [path, path + 1]) {
      const best = bestInHindsight(terms, measured, one, surprisesOf(one))
      sum += start * best[0]! + (1 - start) * best.at(-1)!
    }
    bounds[path / 2] = sum / 2
  }
  const { mean, standardError } = controlledMean(bounds, controlsOf(inputs, terms, measured))
  return { upper: mean, standardError, paths: measured.paths }
}
