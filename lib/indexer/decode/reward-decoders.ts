import { getAbiItem } from 'viem'
import { rewardDistributorAbi as abi } from '@/lib/chain/abi/generated/rewardDistributor'
import { fromShortString } from '@/lib/chain/ids'
import { eventDecoder } from './event-decoder'
import { lower } from './lower'

/** The events of RewardDistributor that are kept: what was published and what was paid. */
export const rewardDecoders = [
  eventDecoder(getAbiItem({ abi, name: 'RootPublished' }), (args) => ({
    type: 'root_published' as const,
    network: fromShortString(args.network),
    epoch: args.epoch,
    root: args.root,
    fileHash: args.fileHash,
    // PostgreSQL's text holds no zero character
    uri: args.uri.replaceAll('\0', ''),
  })),
  eventDecoder(getAbiItem({ abi, name: 'RewardClaimed' }), (args) => ({
    type: 'reward_claimed' as const,
    network: fromShortString(args.network),
    account: lower(args.account),
    earnedWith: args.positionId,
    amount: args.amount,
    cumulative: args.cumulative,
  })),
]
