import type { Address, Hex } from 'viem'
import { NodeAnswerError } from '../errors'
import type { ChainEvent } from '../events'
import { dollarDecoders } from './dollar-decoders'
import { lower } from './lower'
import { positionsDecoders } from './positions-decoders'
import { rewardDecoders } from './reward-decoders'
import { seaportDecoders } from './seaport-decoders'

/** A log as it was read, checked by the source against its block. */
export type ReadLog = {
  address: Address
  topics: readonly Hex[]
  data: Hex
  blockNumber: number
  logIndex: number
  transactionHash: Hex
}

export type Contracts = { positions: Address; dollar: Address; seaport: Address; rewards: Address }

/**
 * Logs of our four contracts → events in domain terms, in chain order. Pure.
 *
 * Logs of other contracts and events that change nothing kept here (roles, pauses, ERC-4906, `OrdersMatched`) are left
 * out. ERC-721 and ERC-20 share the topics of `Transfer` and `Approval`; the address tells them apart.
 *
 * @throws NodeAnswerError when a log of ours does not decode: the contracts never emit such a log.
 * @example
 * const events = createDecoder(deployment)(logs)
 */
export function createDecoder(contracts: Contracts): (logs: readonly ReadLog[]) => ChainEvent[] {
  const byAddress = new Map(
    [
      { address: contracts.positions, decoders: positionsDecoders },
      { address: contracts.dollar, decoders: dollarDecoders },
      { address: contracts.rewards, decoders: rewardDecoders },
      { address: contracts.seaport, decoders: seaportDecoders(lower(contracts.positions)) },
    ].map(({ address, decoders }) => [
      lower(address),
      new Map(decoders.map((decoder) => [decoder.selector, decoder.decode])),
    ]),
  )
  return (logs) =>
    logs.flatMap((log) => {
      const decode = byAddress.get(lower(log.address))?.get(log.topics[0] ?? '0x')
      if (!decode) return []
      const { blockNumber, logIndex, transactionHash } = log
      try {
        return [{ ...decode(log), blockNumber, logIndex, transactionHash }]
      } catch (cause) {
        throw new NodeAnswerError(`Log ${logIndex} of block ${blockNumber} does not decode.`, { cause })
      }
    })
}

/** One call of {@link createDecoder}, for readers that decode once. */
export function decodeLogs(contracts: Contracts, logs: readonly ReadLog[]): ChainEvent[] {
  return createDecoder(contracts)(logs)
}
