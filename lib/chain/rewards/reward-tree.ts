import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import type { Address, Hex } from 'viem'
import { toShortString } from '@/lib/chain/ids'
import type { UsdUnits } from '@/lib/core/money'

/** Types of a leaf, as RewardDistributor hashes it. */
const LEAF = ['bytes32', 'address', 'uint256', 'uint256']

export type TreeLeaf = { positionId: number; account: string; cumulative: UsdUnits }

export type RewardTree = {
  root: Hex
  /** siblings of the leaf at this place of the list, from the bottom up */
  proofOf: (index: number) => Hex[]
}

/**
 * The Merkle tree of a network's leaves, by OpenZeppelin's library: leaves hashed twice, sorted by their hash, so the
 * root does not depend on the order of the list.
 * @throws when the list is empty
 */
export function rewardTree(network: string, leaves: readonly TreeLeaf[]): RewardTree {
  const slug = toShortString(network)
  const tree = StandardMerkleTree.of(
    leaves.map(({ account, positionId, cumulative }) => [
      slug,
      account as Address,
      positionId.toString(),
      cumulative.toString(),
    ]),
    LEAF,
  )
  return { root: tree.root as Hex, proofOf: (index) => tree.getProof(index) as Hex[] }
}
