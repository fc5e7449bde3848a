import { type Address, encodeFunctionData, erc20Abi, erc721Abi, type Hex } from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import { formatExact } from '@/lib/core/format'

/** A transaction for a wallet to send, and what it does in words. It carries no native value. */
export type PreparedCall = {
  kind: 'approve_dollars' | 'approve_position' | 'approve_all_positions' | 'fill' | 'cancel' | 'cancel_all'
  to: Address
  data: Hex
  sentence: string
}

type Market = Pick<Deployment, 'dollar' | 'positions' | 'seaport'>

/**
 * Seaport may take exactly this many dollars.
 * @param standing dollars of offers the account signed before, which the one allowance must go on covering
 */
export function approveDollars(market: Market, amount: bigint, standing = 0n): PreparedCall {
  const total = amount + standing
  const more =
    standing > 0n
      ? `: ${formatExact(amount, 6)} for this order and ${formatExact(standing, 6)} for the offers you have signed before`
      : ''
  return {
    kind: 'approve_dollars',
    to: market.dollar,
    data: encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [market.seaport, total] }),
    sentence: `Allows Seaport to take ${formatExact(total, 6)} dollars from your wallet, and no more${more}.`,
  }
}

/** Seaport may move this one position; a transfer ends it. */
export function approvePosition(market: Market, positionId: number): PreparedCall {
  return {
    kind: 'approve_position',
    to: market.positions,
    data: encodeFunctionData({
      abi: erc721Abi,
      functionName: 'approve',
      args: [market.seaport, BigInt(positionId)],
    }),
    sentence: `Allows Seaport to move position ${positionId} when an order you signed is filled.`,
  }
}

/** Seaport may move every position of the account, now and later. */
export function approveAllPositions(market: Market): PreparedCall {
  return {
    kind: 'approve_all_positions',
    to: market.positions,
    data: encodeFunctionData({
      abi: erc721Abi,
      functionName: 'setApprovalForAll',
      args: [market.seaport, true],
    }),
    sentence: 'Allows Seaport to move any of your positions when an order you signed is filled.',
  }
}
