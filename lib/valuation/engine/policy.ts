import { solvePositive } from '@/lib/math/monte-carlo/solve-positive'
import { marginUnder } from './cash-flows'
import { featureCount, writeFeatures } from './features'
import type { Scenarios } from './scenarios'
import type { Terms } from './terms'

/**
 * The device's situations: 0 here and free to move, 1 … m in another network, m + 1 here and bound to stay.
 * Every one of them may scrap.
 */
export type Policy = {
  moves: number
  /**
   * By month and situation: the choices beside going on as before, each with its estimated advantage over that as a
   * vector over the features.
   */
  options: Option[][][]
}

/** Choice k < m + 1 moves to situation k, choice m + 1 scraps. */
export type Option = { choice: number; advantage: Float64Array }

const RIDGE = 1e-7

/** Choices open in a situation: moving to another one, or scrapping (m + 1). */
export function choicesOf(situation: number, moves: number): number[] {
  const scrap = moves + 1
  if (situation === moves + 1) return [scrap]
  return [...Array.from({ length: moves + 1 }, (_, k) => k).filter((k) => k !== situation), scrap]
}

/**
 * The holder's policy by least-squares Monte Carlo (Longstaff & Schwartz 2001; switching as in Carmona & Ludkovski 2008):
 * from the last month backwards, regresses on the features what moving or scrapping brought over going on,
 * and takes the best where that is above zero. Values are conditional on the device being alive; failing sells it.
 */
export function fitPolicy(terms: Terms, scenarios: Scenarios): Policy {
  return fitPolicyWithValues(terms, scenarios).policy
}

/**
 * The same, with what it brought on these paths: [situation][t][path], at the end of month t with the decision then to
 * come, alive, discounted to today. USD
 */
export function fitPolicyWithValues(
  terms: Terms,
  scenarios: Scenarios,
): { policy: Policy; values: Float64Array[][] } {
  const { months, alive, salvage, discount } = terms
  const { paths } = scenarios
  const moves = terms.moveCosts.length
  const situations = moves + 2
  const size = featureCount(moves)
  // value at the end of month t in each situation, discounted to today
  const values = Array.from({ length: situations }, () =>
    Array.from({ length: months + 1 }, () => new Float64Array(paths)),
  )
  for (const value of values) value[months]!.fill(salvage[months]!)
  const features = new Float64Array(paths * size)
  const row = new Float64Array(size)
  const scales = new Float64Array(paths)
  const outcomes = new Float64Array(paths)
  // what going on brings, by situation; one set of arrays for all months
  const stays = values.map(() => new Float64Array(paths))
  const best = new Float64Array(paths)
  const gram = new Float64Array(size * size)
  const right = new Float64Array(size)
  const options: Policy['options'] = Array.from({ length: months }, () => [])

  const going = (situation: number, path: number, t: number) => {
    const p = alive[t + 1]! / alive[t]!
    const margin = marginUnder(terms, scenarios, situation, path, t)
    return p * (discount[t + 1]! * margin + values[situation]![t + 1]![path]!) + (1 - p) * salvage[t + 1]!
  }
  const moving = (to: number, path: number, t: number) => {
    let value = -discount[t]! * terms.moveCost
    const end = t + terms.transit
    for (let month = t; month < end; month++)
      value += ((alive[month]! - alive[month + 1]!) / alive[t]!) * salvage[month + 1]!
    const arrived = terms.arrivalShare * discount[end]! * marginUnder(terms, scenarios, to, path, end - 1)
    return value + (alive[end]! / alive[t]!) * (arrived + values[to]![end]![path]!)
  }

  for (let t = months - 1; t >= 0; t--) {
    gram.fill(0)
    for (let path = 0; path < paths; path++) {
      scales[path] = writeFeatures(terms, scenarios, path, t, row)
      features.set(row, path * size)
      for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) gram[i * size + j]! += row[i]! * row[j]!
    }
    for (let i = 0; i < size; i++) gram[i * size + i]! += RIDGE * paths
    for (const [situation, stay] of stays.entries()) {
      for (let path = 0; path < paths; path++) stay[path] = going(situation, path, t)
      values[situation]![t]!.set(stay)
    }
    for (let situation = 0; situation < situations; situation++) {
      const found: Option[] = []
      best.fill(0)
      for (const choice of choicesOf(situation, moves)) {
        const isScrap = choice === moves + 1
        if (!isScrap && t + terms.transit > months) continue
        right.fill(0)
        for (let path = 0; path < paths; path++) {
          outcomes[path] = isScrap ? salvage[t]! : moving(choice, path, t)
          const advantage = (outcomes[path]! - stays[situation]![path]!) / scales[path]!
          for (let i = 0; i < size; i++) right[i]! += features[path * size + i]! * advantage
        }
        const coefficients = solvePositive(gram, right)
        if (!coefficients) continue
        found.push({ choice, advantage: coefficients })
        for (let path = 0; path < paths; path++) {
          const advantage = dot(coefficients, features, path * size)
          if (advantage <= best[path]!) continue
          best[path] = advantage
          values[situation]![t]![path] = outcomes[path]!
        }
      }
      options[t]![situation] = found
    }
  }
  return { policy: { moves, options }, values }
}

/** Scalar product of coefficients with the features that begin at this offset. */
export function dot(coefficients: Float64Array, features: Float64Array, offset = 0): number {
  let sum = 0
  for (let i = 0; i < coefficients.length; i++) sum += coefficients[i]! * features[offset + i]!
  return sum
}
