import { zeroAddress } from 'viem'
import type { ledger } from '@/db/schema'
import type { ChainEvent, DeviceFacts } from '../events'
import type { Fill } from './state'

export type LedgerRow = typeof ledger.$inferSelect
type Telling = Pick<LedgerRow, 'kind'> &
  Partial<Pick<LedgerRow, 'positionId' | 'account' | 'counterparty' | 'orderHash' | 'price' | 'data'>>

/**
 * The line of the public record an event makes, or none. Pure.
 * @param fill what a filled order sold, when it sold a position of ours
 * @param positionOfOrder the position of an order we hold, for events that name the order alone
 */
export function ledgerRow(
  event: ChainEvent,
  time: Date,
  fill: Fill | undefined,
  positionOfOrder: (orderHash: string) => number | undefined,
): LedgerRow | undefined {
  const telling = tell(event, fill, positionOfOrder)
  if (!telling) return undefined
  const { blockNumber, logIndex, transactionHash } = event
  const blank = {
    positionId: null,
    account: null,
    counterparty: null,
    orderHash: null,
    price: null,
    data: {},
  }
  return { ...blank, blockNumber, logIndex, transactionHash, time, ...telling }
}

function tell(
  event: ChainEvent,
  fill: Fill | undefined,
  positionOfOrder: (orderHash: string) => number | undefined,
): Telling | undefined {
  switch (event.type) {
    case 'registered': {
      const { positionId, owner, attester, deviceId, keyType } = event
      return {
        kind: 'registered',
        positionId,
        account: owner,
        data: { ...facts(event), attester, deviceId, keyType },
      }
    }
    case 'reassigned': {
      const { positionId, attester } = event
      return { kind: 'reassigned', positionId, data: { ...facts(event), attester } }
    }
    case 'user_set': {
      const user = event.user === zeroAddress ? null : event.user
      return {
        kind: 'user_set',
        positionId: event.positionId,
        counterparty: user,
        data: { expires: event.expires.toString() },
      }
    }
    case 'flags_set':
      return {
        kind: 'flags_set',
        positionId: event.positionId,
        account: event.by,
        data: { flags: event.flags },
      }
    case 'position_moved':
      if (event.from === zeroAddress) return undefined
      return {
        kind: 'transferred',
        positionId: event.positionId,
        account: event.from,
        counterparty: event.to,
      }
    case 'operator_set':
      return {
        kind: 'approved_all',
        account: event.owner,
        counterparty: event.operator,
        data: { approved: event.approved },
      }
    case 'order_filled':
      if (!fill) return undefined
      return {
        kind: 'order_filled',
        positionId: fill.positionId,
        account: fill.seller,
        counterparty: fill.buyer,
        orderHash: event.orderHash,
        price: fill.price > 0n ? fill.price : null,
        data: { offerer: event.offerer, fee: fill.fee.toString(), primary: fill.primary },
      }
    case 'order_cancelled':
    case 'order_validated': {
      const { orderHash, offerer } = event
      const named = event.type === 'order_validated' ? event.positionId : null
      const positionId = named ?? positionOfOrder(orderHash) ?? null
      return { kind: event.type, positionId, account: offerer, orderHash }
    }
    case 'reward_claimed': {
      // the leaf's word: a number no position of ours can have is left out
      const positionId = event.earnedWith <= Number.MAX_SAFE_INTEGER ? Number(event.earnedWith) : null
      const { network, amount, cumulative } = event
      const data = { network, amount: amount.toString(), cumulative: cumulative.toString() }
      return { kind: 'reward_claimed', positionId, account: event.account, data }
    }
    case 'counter_moved':
      return { kind: 'counter_moved', account: event.offerer, data: { counter: event.counter.toString() } }
    case 'position_approved':
    case 'dollars_moved':
    case 'allowance_set':
    case 'root_published':
      return undefined
  }
}

function facts({ network, model, cell, placeCommitment, metadataHash }: DeviceFacts) {
  return { network, model, cell, placeCommitment, metadataHash }
}
