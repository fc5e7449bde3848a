import type { Address, Hex } from 'viem'
import type { KeyType } from '@/lib/chain/ids'

/** Where a log stands on the chain. */
export type LogPlace = { blockNumber: number; logIndex: number; transactionHash: Hex }

/** One side of a Seaport fill. `identifier` is the token id, `amount` base units. */
export type FilledItem = { token: Address; identifier: bigint; amount: bigint }
export type ReceivedItem = FilledItem & { recipient: Address }

/** What a device is said to be, in domain terms. */
export type DeviceFacts = {
  network: string
  model: string
  cell: string | null
  placeCommitment: Hex | null
  metadataHash: Hex
}

type Body =
  | ({
      type: 'registered'
      positionId: number
      deviceId: Hex
      owner: Address
      attester: Address
      keyType: KeyType
      keyX: Hex
      keyY: Hex
    } & DeviceFacts)
  | ({ type: 'reassigned'; positionId: number; attester: Address } & DeviceFacts)
  | { type: 'flags_set'; positionId: number; flags: number; by: Address }
  | { type: 'user_set'; positionId: number; user: Address; expires: bigint }
  | { type: 'position_moved'; positionId: number; from: Address; to: Address }
  | { type: 'position_approved'; positionId: number; approved: Address }
  | { type: 'operator_set'; owner: Address; operator: Address; approved: boolean }
  | { type: 'dollars_moved'; from: Address; to: Address; amount: bigint }
  | { type: 'allowance_set'; owner: Address; spender: Address; amount: bigint }
  | {
      type: 'order_filled'
      orderHash: Hex
      offerer: Address
      zone: Address
      recipient: Address
      offer: readonly FilledItem[]
      consideration: readonly ReceivedItem[]
    }
  | { type: 'order_cancelled'; orderHash: Hex; offerer: Address; zone: Address }
  | { type: 'order_validated'; orderHash: Hex; offerer: Address; positionId: number | null }
  | {
      type: 'root_published'
      network: string
      /** Unix second at which the epoch ends; a whole uint64 */
      epoch: bigint
      root: Hex
      fileHash: Hex
      uri: string
    }
  | {
      type: 'reward_claimed'
      network: string
      account: Address
      /** the position it was earned with, as the leaf says; nothing checks that it exists */
      earnedWith: bigint
      amount: bigint
      cumulative: bigint
    }
  | { type: 'counter_moved'; offerer: Address; counter: bigint }

/** A log of ours in domain terms: addresses and hashes in lower case, ids as numbers, money as bigint. */
export type ChainEvent = LogPlace & Body
export type ChainEventType = ChainEvent['type']
export type EventOf<type extends ChainEventType> = Extract<ChainEvent, { type: type }>
