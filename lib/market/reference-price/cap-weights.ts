import type { Sale } from './sale'

export type WeightCaps = {
  /** most of the weight that the sales of one account, as buyer or as seller, may have together */
  accountShare: number
  /** and those of one position, where the price is of many; 1: no cap */
  positionShare: number
}

const ROUNDS = 20

/** A group counts as one that trades from this share of the usual weight of a sale on, and below it in part. */
const COUNTED_FROM = 0.1

/**
 * Scales down the sales of accounts and positions that weigh more than their share of the total. Where fewer than
 * ten buyers, sellers or positions trade, the cap is twice what equal ones would weigh: tighter, it would undo the weight
 * of time. Who trades next to nothing hardly counts as one who trades, so that dust cannot tighten the caps of others.
 * The heaviest scale is kept at one, so that a weight still says what a fresh sale is worth.
 */
export function capWeights(
  sales: readonly Sale[],
  weights: readonly number[],
  { accountShare, positionShare }: WeightCaps,
): number[] {
  const usual = usualWeight(weights)
  const buyers = membersBy(sales, ({ buyer }) => buyer)
  const sellers = membersBy(sales, ({ seller }) => seller)
  const positions = membersBy(sales, ({ position }) => position)
  const count = (of: ReadonlyMap<unknown, number[]>) =>
    sum(of.values(), (members) => Math.min(1, sumOf(weights, members) / (COUNTED_FROM * usual)))
  const account = Math.max(accountShare, 2 / Math.min(count(buyers), count(sellers)))
  const position = Math.max(positionShare, 2 / count(positions))
  const groups = [
    ...(account < 1
      ? [...either(buyers, sellers).values()].map((members) => ({ members, share: account }))
      : []),
    ...(position < 1 ? [...positions.values()].map((members) => ({ members, share: position })) : []),
  ]
  const total = sum(weights, (weight) => weight)
  const heavy = groups.filter(({ members, share }) => sumOf(weights, members) > NEAR * share * total)
  let capped = capGroups(weights, heavy)
  // as the total falls, a group that was far below its share may come to be over it
  const left = sum(capped, (weight) => weight)
  const rest = groups.filter(({ members, share }) => sumOf(weights, members) <= NEAR * share * total)
  if (rest.some((group) => isOver(group, capped, left))) capped = capGroups(weights, groups)
  const scale = Math.max(...capped.map((weight, i) => weight / weights[i]!))
  return capped.map((weight) => weight / scale)
}

type Group = { members: readonly number[]; share: number }

/** Groups below this part of their share are looked at last. */
const NEAR = 0.2

function capGroups(weights: readonly number[], groups: readonly Group[]): number[] {
  const capped = [...weights]
  for (let round = 0; round < ROUNDS; round++) {
    const total = sum(capped, (weight) => weight)
    let wasOver = false
    for (const group of groups) {
      if (!isOver(group, capped, total)) continue
      wasOver = true
      const scale = (group.share * total) / sumOf(capped, group.members)
      for (const i of group.members) capped[i]! *= scale
    }
    if (!wasOver) break
  }
  return capped
}

/** What rounds leave open is no reason to start anew. */
const TOLERANCE = 1e-9

function isOver({ members, share }: Group, weights: readonly number[], total: number): boolean {
  return sumOf(weights, members) > share * total * (1 + TOLERANCE)
}

function membersBy<key>(sales: readonly Sale[], keyOf: (sale: Sale) => key): Map<key, number[]> {
  const groups = new Map<key, number[]>()
  sales.forEach((sale, i) => {
    const key = keyOf(sale)
    const group = groups.get(key)
    if (group) group.push(i)
    else groups.set(key, [i])
  })
  return groups
}

/** Each account's sales on either side, a sale with oneself once. */
function either(
  buyers: ReadonlyMap<string, number[]>,
  sellers: ReadonlyMap<string, number[]>,
): Map<string, readonly number[]> {
  const both = new Map<string, readonly number[]>(buyers)
  for (const [account, sold] of sellers) {
    const bought = both.get(account)
    both.set(account, bought ? [...new Set([...bought, ...sold])] : sold)
  }
  return both
}

function sum<item>(items: Iterable<item>, of: (item: item) => number): number {
  let total = 0
  for (const item of items) total += of(item)
  return total
}

function sumOf(weights: readonly number[], members: readonly number[]): number {
  let total = 0
  for (const i of members) total += weights[i]!
  return total
}

/** Weight of the sale in which the middle of all weight lies: many light ones do not move it. */
function usualWeight(weights: readonly number[]): number {
  const falling = Float64Array.from(weights).sort().reverse()
  const half = sum(falling, (weight) => weight) / 2
  let below = 0
  for (const weight of falling) {
    below += weight
    if (below >= half) return weight
  }
  return falling[0] ?? 0
}
