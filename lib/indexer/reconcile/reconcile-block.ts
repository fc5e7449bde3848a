import type { Hex } from 'viem'

/** As much of a block as reconciling needs. */
export type LightBlock = { number: number; hash: Hex; parentHash: Hex }

/** The blocks we hold: a contiguous, hash-linked run that ends at our tip, and the height that cannot be undone. */
export type LocalChain = {
  /** ascending; the first is the block at the finality line, unless fewer were ever read */
  blocks: readonly LightBlock[]
  finalized: number
  /** the block to begin with while nothing has been read */
  startBlock: number
}

export type Reconciled =
  /** It is our tip. Nothing to do. */
  | { case: 'known' }
  /** It is lower than our tip and on our chain, or too low to tell: the node is late. Wait; never roll back for it. */
  | { case: 'behind' }
  /** It follows our tip (or is the first block). Apply it. */
  | { case: 'next' }
  /** Blocks between our tip and it were not read. Read `from`…`to` first. */
  | { case: 'gap'; from: number; to: number }
  /** Its parent is ours but not our tip: the chain was reorganised. Undo everything after `ancestor`, then apply it. */
  | { case: 'reorg'; ancestor: number }
  /** Its parent is not ours at a height we could still undo. Read its parent (`parentHash`) and reconcile that. */
  | { case: 'detached'; parentHash: Hex }
  /** It contradicts a block that cannot be undone. Stop. */
  | { case: 'below_finality'; number: number }

/**
 * Compares one block of the node's chain with ours. Pure.
 *
 * Invariants:
 * - a block is applied only on the block whose hash is its parent hash, so what we hold is always one hash-linked run;
 * - nothing at or below `finalized` is ever undone;
 * - following `detached` ends: each step is one lower, and at the finality line it becomes `reorg` or `below_finality`;
 * - a lower head alone never undoes anything, only a block that contradicts ours does.
 */
export function reconcileBlock(local: LocalChain, remote: LightBlock): Reconciled {
  const tip = local.blocks.at(-1)
  if (!tip) {
    if (remote.number < local.startBlock) return { case: 'behind' }
    if (remote.number === local.startBlock) return { case: 'next' }
    return { case: 'gap', from: local.startBlock, to: remote.number - 1 }
  }
  if (remote.number > tip.number + 1) return { case: 'gap', from: tip.number + 1, to: remote.number - 1 }

  const at = (number: number) => local.blocks[number - local.blocks[0]!.number]
  const own = at(remote.number)
  if (own?.hash === remote.hash) return own === tip ? { case: 'known' } : { case: 'behind' }
  if (remote.number < local.blocks[0]!.number) return { case: 'behind' }
  if (remote.number <= local.finalized) return { case: 'below_finality', number: remote.number }

  // the first block ever read has no parent here; the genesis hash vouches for what lies below
  if (remote.number === local.startBlock) return { case: 'reorg', ancestor: local.startBlock - 1 }

  const parent = at(remote.number - 1)
  if (parent?.hash === remote.parentHash)
    return parent === tip ? { case: 'next' } : { case: 'reorg', ancestor: parent.number }
  if (!parent || remote.number - 1 <= local.finalized)
    return { case: 'below_finality', number: remote.number - 1 }
  return { case: 'detached', parentHash: remote.parentHash }
}
