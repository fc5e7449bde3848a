import { type Address, erc20Abi, erc721Abi } from 'viem'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { undefinedIfReverted } from '@/lib/chain/errors/undefined-if-reverted'
import { seaportAbi } from '@/lib/chain/seaport/abi'
import type { OrderFacts } from '@/lib/market/order-status'
import type { OrderTerms } from '@/lib/market/order-terms'
import type { OrderContext } from './order-context'

/**
 * The facts that decide an order's status, read from the chain itself at one block. The indexer gathers the same from
 * its tables; `judgeOrder` judges both.
 */
export async function readOrderFacts(
  { client, deployment }: Pick<OrderContext, 'client' | 'deployment'>,
  terms: OrderTerms,
  blockNumber: bigint,
): Promise<OrderFacts> {
  const { offerer } = terms
  const at = { blockNumber }
  const seaport = { ...at, address: deployment.seaport, abi: seaportAbi } as const
  const [[, cancelled, totalFilled], currentCounter, position, funds] = await Promise.all([
    client.readContract({ ...seaport, functionName: 'getOrderStatus', args: [terms.hash] }),
    client.readContract({ ...seaport, functionName: 'getCounter', args: [offerer] }),
    readPosition({ client, deployment }, terms.positionId, blockNumber),
    terms.kind === 'item_offer' ? readFunds({ client, deployment }, offerer, blockNumber) : noFunds,
  ])
  return {
    kind: terms.kind,
    offerer,
    counter: terms.counter,
    zoneHash: terms.zoneHash,
    bound: terms.bound,
    spend: terms.kind === 'item_offer' ? terms.price : 0n,
    filled: totalFilled > 0n,
    cancelled,
    currentCounter,
    positionOwner: position?.owner,
    positionStateHash: position?.stateHash,
    approved: position?.approved ?? false,
    ...funds,
  }
}

const noFunds = { balance: 0n, allowance: 0n }

/** What an account holds in dollars, and what Seaport may take of it. */
export async function readFunds(
  { client, deployment }: Pick<OrderContext, 'client' | 'deployment'>,
  account: Address,
  blockNumber: bigint,
): Promise<{ balance: bigint; allowance: bigint }> {
  const dollar = { blockNumber, address: deployment.dollar, abi: erc20Abi } as const
  const [balance, allowance] = await Promise.all([
    client.readContract({ ...dollar, functionName: 'balanceOf', args: [account] }),
    client.readContract({ ...dollar, functionName: 'allowance', args: [account, deployment.seaport] }),
  ])
  return { balance, allowance }
}

/** Who holds a position, in which state, and whether Seaport may move it; undefined when there is none. */
export async function readPosition(
  { client, deployment }: Pick<OrderContext, 'client' | 'deployment'>,
  positionId: number,
  blockNumber: bigint,
) {
  const id = BigInt(positionId)
  const token = { blockNumber, address: deployment.positions, abi: erc721Abi } as const
  const owner = await undefinedIfReverted(
    client.readContract({ ...token, functionName: 'ownerOf', args: [id] }),
  )
  if (owner === undefined) return undefined
  const [stateHash, approvedOne, approvedAll] = await Promise.all([
    client.readContract({ ...token, abi: devicePositionsAbi, functionName: 'stateHash', args: [id] }),
    client.readContract({ ...token, functionName: 'getApproved', args: [id] }),
    client.readContract({ ...token, functionName: 'isApprovedForAll', args: [owner, deployment.seaport] }),
  ])
  return {
    owner: owner.toLowerCase() as Address,
    stateHash,
    approved: approvedAll || approvedOne.toLowerCase() === deployment.seaport.toLowerCase(),
  }
}
