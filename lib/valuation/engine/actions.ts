import { ARRIVING, IN_TRANSIT, LEAVING, SCRAPPED } from './action-codes'
import { featureCount, writeFeatures } from './features'
import { dot, type Option, type Policy } from './policy'
import type { Scenarios } from './scenarios'
import type { Terms } from './terms'

/**
 * What the holder does on each path, month by month: [path · months + t] tells the situation in month t + 1, with
 * IN_TRANSIT or ARRIVING in the months of a move and LEAVING in the first of them; SCRAPPED once the hardware is
 * sold. Kept fixed, they are the policy under which Greeks and what-ifs are computed.
 */
export function decide(terms: Terms, scenarios: Scenarios, policy: Policy): Uint8Array {
  const { months } = terms
  const { moves } = policy
  const codes = new Uint8Array(scenarios.paths * months)
  const row = new Float64Array(featureCount(moves))
  for (let path = 0; path < scenarios.paths; path++) {
    let situation = scenarios.canMove[path] === 1 ? 0 : moves + 1
    let t = 0
    while (t < months) {
      writeFeatures(terms, scenarios, path, t, row)
      const choice = bestChoice(policy.options[t]?.[situation] ?? [], row)
      const start = path * months + t
      if (choice === moves + 1) {
        codes.fill(SCRAPPED, start, (path + 1) * months)
        break
      }
      if (choice === undefined) {
        codes[start] = situation
        t += 1
        continue
      }
      situation = choice
      codes.fill(situation + IN_TRANSIT, start, start + terms.transit)
      codes[start + terms.transit - 1] = situation + ARRIVING
      codes[start]! += LEAVING
      t += terms.transit
    }
  }
  return codes
}

/** Everyone stays where they are to the end: V3. */
export function stayPut(scenarios: Scenarios): Uint8Array {
  return new Uint8Array(scenarios.paths * scenarios.months)
}

function bestChoice(options: readonly Option[], features: Float64Array): number | undefined {
  let choice: number | undefined
  let best = 0
  for (const option of options) {
    const advantage = dot(option.advantage, features)
    if (advantage > best) {
      best = advantage
      choice = option.choice
    }
  }
  return choice
}
