import type { Sale } from './sale'

export type WeightCaps = {
  /** most of the weight that the sales of one account, as buyer or as seller, may have together */
  accountShare: number
  /** and those of one position, where the price is of many; 1: no cap */
  positionShare: number
}

const ROUNDS = 20

/**
 * Scales down the sales of accounts and positions that weigh more than their share of the total. Where fewer than
 * ten buyers, sellers or positions trade, the cap is twice what equal ones would weigh: tighter, it would undo the weight
 * of time. The heaviest scale is kept at one, so that a weight still says what a fresh sale is worth.
 */
export function capWeights(
  sales: readonly Sale[],
  weights: readonly number[],
  { accountShare, positionShare }: WeightCaps,
): number[] {
  const distinct = (of: (sale: Sale) => unknown) => new Set(sales.map(of)).size
  const fewest = Math.min(
    distinct(({ buyer }) => buyer),
    distinct(({ seller }) => seller),
  )
  const groups = [
    ...groupsOf(sales, ({ buyer, seller }) => [buyer, seller], Math.max(accountShare, 2 / fewest)),
    ...groupsOf(
      sales,
      ({ position }) => [`position ${position}`],
      Math.max(positionShare, 2 / distinct(({ position }) => position)),
    ),
  ]
  const capped = [...weights]
  for (let round = 0; round < ROUNDS; round++) {
    const total = capped.reduce((sum, weight) => sum + weight, 0)
    let isOver = false
    for (const { members, share } of groups) {
      const sum = members.reduce((part, i) => part + capped[i]!, 0)
      if (sum <= share * total * (1 + 1e-9)) continue
      isOver = true
      for (const i of members) capped[i]! *= (share * total) / sum
    }
    if (!isOver) break
  }
  const scale = Math.max(...capped.map((weight, i) => weight / weights[i]!))
  return capped.map((weight) => weight / scale)
}

function groupsOf(
  sales: readonly Sale[],
  keysOf: (sale: Sale) => string[],
  share: number,
): { members: number[]; share: number }[] {
  if (share >= 1) return []
  const groups = new Map<string, number[]>()
  sales.forEach((sale, i) => {
    for (const key of new Set(keysOf(sale))) {
      const group = groups.get(key)
      if (group) group.push(i)
      else groups.set(key, [i])
    }
  })
  return [...groups.values()].map((members) => ({ members, share }))
}
