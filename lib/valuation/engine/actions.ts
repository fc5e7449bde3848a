import { ARRIVING, IN_TRANSIT, LEAVING, SCRAPPED } from './action-codes'
import { featureCount, writeFeatures } from './features'
import type { Option, Policy } from './policy'
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
  const size = featureCount(moves)
  const row = new Float64Array(size)
  const table = policy.options.map((month) => month.map((options) => flatten(options, size)))
  for (let path = 0; path < scenarios.paths; path++) {
    let situation = scenarios.canMove[path] === 1 ? 0 : moves + 1
    let t = 0
    while (t < months) {
      writeFeatures(terms, scenarios, path, t, row)
      const choice = bestChoice(table[t]![situation], row)
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

type Choices = { choices: Uint8Array; advantages: Float64Array }

/** A situation's options one after another in memory: they are looked at on every path. */
function flatten(options: readonly Option[], size: number): Choices {
  const advantages = new Float64Array(options.length * size)
  for (const [index, option] of options.entries()) advantages.set(option.advantage, index * size)
  return { choices: Uint8Array.from(options, ({ choice }) => choice), advantages }
}

function bestChoice(options: Choices | undefined, features: Float64Array): number | undefined {
  if (!options) return undefined
  const { choices, advantages } = options
  const size = features.length
  let choice: number | undefined
  let best = 0
  for (let option = 0, at = 0; option < choices.length; option++) {
    let advantage = 0
    for (let i = 0; i < size; i++, at++) advantage += advantages[at]! * features[i]!
    if (advantage > best) {
      best = advantage
      choice = choices[option]
    }
  }
  return choice
}
