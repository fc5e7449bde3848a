import type { Hex } from 'viem'
import { encodeFulfillAdvancedOrder, encodeFulfillBasicOrder } from '@/lib/chain/seaport/calls'
import { readTerms } from '@/lib/chain/seaport/read-terms'
import { judgeOrder } from '@/lib/market/order-status'
import { readOrderFacts } from '@/lib/server/orders/read-order-facts'
import type { createTrueClient } from './true-state'
import type { PostedOrder, World } from './world'

type Client = ReturnType<typeof createTrueClient>

export type TrueStatus = {
  hash: Hex
  status: string
  /** whether the fill itself goes through, tried from an account that lacks nothing; undefined where none can try */
  fills: boolean | undefined
}

/** Each order judged by the chain's own answers, and its fill tried. */
export async function readTrueStatuses(client: Client, world: World, whale: Hex): Promise<TrueStatus[]> {
  const blockNumber = await client.getBlockNumber({ cacheTime: 0 })
  return Promise.all(
    world.posted.map(async (order) => {
      const facts = await readOrderFacts(
        { client, deployment: world.deployment },
        readTerms(order.components, world.deployment, world.time),
        blockNumber,
      )
      const [isValidated] = await client.readContract({
        ...world.contracts.seaport,
        functionName: 'getOrderStatus',
        args: [order.hash],
      })
      const unsigned = order.signature === '0x' && !isValidated
      return {
        hash: order.hash,
        status: judgeOrder({ ...facts, simulationFailed: unsigned }),
        fills: await tryFill(client, world, order, facts.positionOwner, whale),
      }
    }),
  )
}

async function tryFill(
  client: Client,
  world: World,
  order: PostedOrder,
  owner: string | undefined,
  whale: Hex,
): Promise<boolean | undefined> {
  if (order.kind === 'listing')
    return passes(client, world, whale, encodeFulfillAdvancedOrder(order, { recipient: whale }))
  if (!owner) return false
  const approved = await client.readContract({
    ...world.contracts.positions,
    functionName: 'isApprovedForAll',
    args: [owner as Hex, world.deployment.seaport],
  })
  // the accepting owner's own approval is not the order's; and Seaport cannot take from and give to one account
  if (!approved || owner === order.components.offerer.toLowerCase()) return undefined
  return passes(client, world, owner as Hex, encodeFulfillBasicOrder(order))
}

function passes(client: Client, world: World, account: Hex, data: Hex): Promise<boolean> {
  return client.call({ account, to: world.deployment.seaport, data, gas: 3_000_000n }).then(
    () => true,
    () => false,
  )
}
