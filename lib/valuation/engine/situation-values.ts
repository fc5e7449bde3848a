import { solvePositive } from '@/lib/math/monte-carlo/solve-positive'
import type { Terms } from './terms'

/** What a holder sees at a month's end: reward of the month, and expected reward half way to the horizon, by network. USD */
export type Seen = { rewards: Float64Array; ahead: Float64Array }

const RIDGE = 1e-8

/** Values of all situations as functions of what is seen: quadratic in the margins, in units of all the money about. */
export type SituationValues = {
  /** writes by situation, discounted to today, USD */
  write(t: number, cost: number, seen: Seen, out: Float64Array): void
}

/**
 * Fits them at the end of each month 1 … months − 1 by least squares to what a policy brought on paths.
 * @param values [situation][t][path], as of `fitPolicyWithValues`
 * @param see fills what is seen on a path at the end of month t, and returns its running cost here
 */
export function fitSituationValues(
  terms: Terms,
  values: readonly (readonly Float64Array[])[],
  see: (path: number, t: number, seen: Seen) => number,
): SituationValues {
  const networks = terms.means.length
  const paths = values[0]![0]!.length
  const basis = basisOf(terms)
  const { size } = basis
  const row = new Float64Array(size)
  const seen = emptySeen(networks)
  const fits = Array.from({ length: terms.months }, (_, t) => {
    if (t === 0) return []
    const gram = new Float64Array(size * size)
    const rights = values.map(() => new Float64Array(size))
    for (let path = 0; path < paths; path++) {
      const cost = see(path, t, seen)
      const scale = basis.write(t, cost, seen, row)
      for (let i = 0; i < size; i++) {
        for (let j = 0; j <= i; j++) gram[i * size + j]! += row[i]! * row[j]!
        for (const [situation, right] of rights.entries())
          right[i]! += (row[i]! * values[situation]![t]![path]!) / scale
      }
    }
    for (let i = 0; i < size; i++) gram[i * size + i]! += RIDGE * paths
    return rights.map((right) => solvePositive(gram, right) ?? new Float64Array(size))
  })
  return {
    write(t, cost, given, out) {
      if (t === terms.months) return void out.fill(terms.salvage[t]!)
      const scale = basis.write(t, cost, given, row)
      for (const [situation, fit] of fits[t]!.entries()) {
        let sum = 0
        for (let i = 0; i < size; i++) sum += fit[i]! * row[i]!
        out[situation] = sum * scale
      }
    },
  }
}

export function emptySeen(networks: number): Seen {
  return { rewards: new Float64Array(networks), ahead: new Float64Array(networks) }
}

function basisOf({ salvage, discount, moveCosts, means }: Terms) {
  const variables = 2 * means.length + 1
  const v = new Float64Array(variables)
  return {
    size: 1 + variables + (variables * (variables + 1)) / 2,
    /** Writes 1, the variables and their products; returns the money that they are shares of. USD */
    write(t: number, ownCost: number, { rewards, ahead }: Seen, out: Float64Array): number {
      const hardware = salvage[t]! / discount[t]! / 24
      let scale = hardware + 1e-9
      for (let k = 0; k < rewards.length; k++)
        scale += rewards[k]! + ahead[k]! + 2 * (k === 0 ? ownCost : moveCosts[k - 1]!)
      for (let k = 0; k < rewards.length; k++) {
        const cost = k === 0 ? ownCost : moveCosts[k - 1]!
        v[2 * k] = (rewards[k]! - cost) / scale
        v[2 * k + 1] = (ahead[k]! - cost) / scale
      }
      v[variables - 1] = hardware / scale
      out[0] = 1
      let at = 1
      for (let i = 0; i < variables; i++) out[at++] = v[i]!
      for (let i = 0; i < variables; i++) for (let j = 0; j <= i; j++) out[at++] = v[i]! * v[j]!
      return scale
    },
  }
}
