import { type Address, getAbiItem } from 'viem'
import { seaportAbi as abi } from '@/lib/chain/seaport/abi'
import type { FilledItem } from '../events'
import { eventDecoder } from './event-decoder'
import { lower } from './lower'

function filledItem(item: { token: Address; identifier: bigint; amount: bigint }): FilledItem {
  return { token: lower(item.token), identifier: item.identifier, amount: item.amount }
}

/** The events of Seaport. `positions` tells which validated order offers or wants a position of ours. */
export function seaportDecoders(positions: Address) {
  return [
    eventDecoder(getAbiItem({ abi, name: 'OrderFulfilled' }), (args) => ({
      type: 'order_filled' as const,
      orderHash: args.orderHash,
      offerer: lower(args.offerer),
      zone: lower(args.zone),
      recipient: lower(args.recipient),
      offer: args.offer.map(filledItem),
      consideration: args.consideration.map((item) => ({
        ...filledItem(item),
        recipient: lower(item.recipient),
      })),
    })),
    eventDecoder(getAbiItem({ abi, name: 'OrderCancelled' }), (args) => ({
      type: 'order_cancelled' as const,
      orderHash: args.orderHash,
      offerer: lower(args.offerer),
      zone: lower(args.zone),
    })),
    eventDecoder(getAbiItem({ abi, name: 'OrderValidated' }), (args) => {
      const { offerer, offer, consideration } = args.orderParameters
      const position = [...offer, ...consideration].find((item) => lower(item.token) === positions)
      return {
        type: 'order_validated' as const,
        orderHash: args.orderHash,
        offerer: lower(offerer),
        positionId: position ? Number(position.identifierOrCriteria) : null,
      }
    }),
    eventDecoder(getAbiItem({ abi, name: 'CounterIncremented' }), (args) => ({
      type: 'counter_moved' as const,
      offerer: lower(args.offerer),
      counter: args.newCounter,
    })),
  ]
}
