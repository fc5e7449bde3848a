import { getAbiItem } from 'viem'
import { testDollarAbi as abi } from '@/lib/chain/abi/generated/testDollar'
import { eventDecoder } from './event-decoder'
import { lower } from './lower'

/** The events of the dollar token: every balance and, since ours announces each change, every allowance. */
export const dollarDecoders = [
  eventDecoder(getAbiItem({ abi, name: 'Transfer' }), (args) => ({
    type: 'dollars_moved' as const,
    from: lower(args.from),
    to: lower(args.to),
    amount: args.value,
  })),
  eventDecoder(getAbiItem({ abi, name: 'Approval' }), (args) => ({
    type: 'allowance_set' as const,
    owner: lower(args.owner),
    spender: lower(args.spender),
    amount: args.value,
  })),
]
