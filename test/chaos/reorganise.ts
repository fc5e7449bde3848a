import type { World } from './world'

export type Reorganiser = {
  /** replaces the last few blocks, never deeper than finality, by one of the node's three ways */
  maybe: () => Promise<void>
  /** makes the chain higher than it ever was, so that no one can take it for a late answer */
  mineBeyond: () => Promise<void>
  count: () => number
}

/**
 * Reorganises the node's chain at random: by rolling back and going on differently, by replacing blocks with empty
 * ones, or by returning to a snapshot.
 */
export async function createReorganiser(world: World, finality: number): Promise<Reorganiser> {
  const { node, random } = world
  await node.rpc('anvil_setBlockTimestampInterval', [1])
  const first = await node.head()
  let highest = first
  let count = 0
  // anvil 1.7.1 loses the state of blocks below a snapshot it returned to; rolled back there, it would stand without
  // contracts, which no chain does
  let returned = first
  let snapshot: { id: unknown; number: number } | undefined

  async function mine() {
    world.time += random.between(1, 20)
    await node.mine(world.time)
  }

  return {
    maybe: async () => {
      // what waits in the pool belongs to the chain that is about to go
      await mine()
      const head = await node.head()
      highest = Math.max(highest, head)
      const deepest = Math.min(head - Math.max(returned, highest - finality), finality)
      if (deepest < 1) return
      const depth = random.between(1, random.chance(0.7) ? Math.min(4, deepest) : deepest)
      const way = random.between(1, 3)
      // a snapshot of a block that goes is gone with it
      if (way < 3 && snapshot && head - depth < snapshot.number) snapshot = undefined
      if (way === 1) await node.rpc('anvil_rollback', [depth])
      else if (way === 2) await node.rpc('anvil_reorg', [depth, []])
      else if (snapshot && head - snapshot.number <= deepest && head > snapshot.number) {
        await node.rpc('evm_revert', [snapshot.id])
        returned = snapshot.number + 1
        snapshot = undefined
      } else snapshot = { id: await node.rpc('evm_snapshot'), number: head }
      count++
      const { timestamp } = (await node.rpc('eth_getBlockByNumber', ['latest', false])) as {
        timestamp: string
      }
      world.time = Math.max(world.time, Number(timestamp))
      await mine()
    },
    mineBeyond: async () => {
      do await mine()
      while ((await node.head()) <= highest)
    },
    count: () => count,
  }
}
