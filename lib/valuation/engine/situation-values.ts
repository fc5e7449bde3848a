import { solvePositive } from '@/lib/math/monte-carlo/solve-positive'
import type { Terms } from './terms'

/** What a holder sees at a month's end: reward of the month, and expected reward half way to the horizon, by network. USD */
export type Seen = { rewards: Float64Array; ahead: Float64Array }

const RIDGE = 1e-8

/**
 * Values of all situations as functions of what is seen: a combination of the prospects, and beside it one that is
 * quadratic in the margins, in units of all the money about.
 */
export type SituationValues = {
  /** share of each prospect at the end of month t, by situation */
  shares(t: number, situation: number): Float64Array
  /** writes the rest by situation, discounted to today, USD */
  write(t: number, cost: number, seen: Seen, out: Float64Array): void
}

/**
 * Fits them at the end of each month 1 … months − 1 to what a policy brought on paths. Staying here has share one: what
 * is fitted is the gain over it, path by path, first on the exchanges that lead away, then the rest by least squares. So the
 * far tail of rewards, which no sample shows, is in the closed forms.
 *
 * @param values [situation][t][path], as of `fitPolicyWithValues`
 * @param see fills what is seen on a path at the end of month t, and returns its running cost here
 * @param prospects the streams, as the paths had them
 */
export function fitSituationValues(
  terms: Terms,
  values: readonly (readonly Float64Array[])[],
  see: (path: number, t: number, seen: Seen) => number,
  prospects: {
    count: number
    others: readonly number[]
    /** what a stream brought on the path after the end of month t, alive, discounted to today. USD */
    brought(stream: number, path: number, t: number): number
  },
): SituationValues {
  const networks = terms.means.length
  const paths = values[0]![0]!.length
  const basis = basisOf(terms)
  const { size } = basis
  const row = new Float64Array(size)
  const rows = new Float64Array(paths * size)
  const scales = new Float64Array(paths)
  const seen = emptySeen(networks)
  const alone = (network: number) => {
    const shares = new Float64Array(prospects.count)
    shares[network] = 1
    return shares
  }
  // beside staying here: the exchange for each other network, or where that has no closed form what it pays more
  const candidates = Array.from({ length: networks - 1 }, (_, index): (readonly [number, number])[] => {
    const exchange = prospects.others.indexOf(index + 1)
    return exchange >= 0
      ? [[networks + exchange, 1]]
      : [
          [index + 1, 1],
          [0, -1],
        ]
  })
  const fits = Array.from({ length: terms.months }, (_, t) => {
    if (t === 0) return []
    const gram = new Float64Array(size * size)
    for (let path = 0; path < paths; path++) {
      scales[path] = basis.write(t, see(path, t, seen), seen, row)
      rows.set(row, path * size)
      for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) gram[i * size + j]! += row[i]! * row[j]!
    }
    for (let i = 0; i < size; i++) gram[i * size + i]! += RIDGE * paths
    const residuals = (situation: number, shares: Float64Array) =>
      Float64Array.from({ length: paths }, (_, path) => {
        let rest = values[situation]![t]![path]!
        for (let i = 0; i < shares.length; i++)
          if (shares[i] !== 0) rest -= shares[i]! * prospects.brought(i, path, t)
        return rest / scales[path]!
      })
    // who can move is worth nearly the same wherever he is: one share for all, or errors would pass for reasons to move
    const moving = alone(0)
    for (const candidate of candidates) {
      const gains = residuals(0, moving)
      let [squares, products] = [0, 0]
      for (let path = 0; path < paths; path++) {
        let x = 0
        for (const [stream, sign] of candidate)
          x += (sign * prospects.brought(stream, path, t)) / scales[path]!
        squares += x * x
        products += x * gains[path]!
      }
      const share = squares > 0 ? Math.min(Math.max(products / squares, 0), 1) : 0
      for (const [stream, sign] of candidate) moving[stream]! += share * sign
    }
    return values.map((_, situation) => {
      const shares = situation < networks ? moving : alone(0)
      const gains = residuals(situation, shares)
      const right = new Float64Array(size)
      for (let path = 0; path < paths; path++)
        for (let i = 0; i < size; i++) right[i]! += rows[path * size + i]! * gains[path]!
      return { shares, rest: solvePositive(gram, right) ?? new Float64Array(size) }
    })
  })
  const none = new Float64Array(prospects.count)
  return {
    shares: (t, situation) => fits[t]?.[situation]?.shares ?? none,
    write(t, cost, given, out) {
      if (t === terms.months) return void out.fill(terms.salvage[t]!)
      const scale = basis.write(t, cost, given, row)
      for (const [situation, { rest }] of fits[t]!.entries()) {
        let sum = 0
        for (let i = 0; i < size; i++) sum += rest[i]! * row[i]!
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
