import type { UsdUnits } from '@/lib/core/money'

/** What an account earned with a position in a network since the beginning, before and after an epoch. */
export type RewardLeaf = { positionId: number; account: string; before: UsdUnits; cumulative: UsdUnits }

type Earned = { positionId: number; account: string; earned: UsdUnits }
type Held = { positionId: number; account: string; cumulative: UsdUnits }

/**
 * Adds an epoch's earnings to the sums of the epoch before. Pure. No sum ever falls; one of nothing is left out.
 * @returns by position, then by account
 */
export function addToLeaves(held: readonly Held[], earned: readonly Earned[]): RewardLeaf[] {
  const leaves = new Map<string, RewardLeaf>()
  const at = ({ positionId, account }: { positionId: number; account: string }) => {
    const key = `${positionId} ${account}`
    const leaf = leaves.get(key) ?? { positionId, account, before: 0n, cumulative: 0n }
    leaves.set(key, leaf)
    return leaf
  }
  for (const row of held) {
    const leaf = at(row)
    leaf.before += row.cumulative
    leaf.cumulative += row.cumulative
  }
  for (const row of earned) at(row).cumulative += row.earned
  return [...leaves.values()]
    .filter(({ cumulative }) => cumulative > 0n)
    .sort((a, b) => a.positionId - b.positionId || (a.account < b.account ? -1 : 1))
}

/** Sum of the leaves: what all claims together can come to. */
export function totalOf(leaves: readonly Pick<RewardLeaf, 'cumulative'>[]): UsdUnits {
  return leaves.reduce((sum, { cumulative }) => sum + cumulative, 0n)
}
