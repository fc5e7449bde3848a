import {
  type AbiEvent,
  type ContractEventArgsFromTopics,
  type ContractEventName,
  decodeEventLog,
  type Hex,
  toEventSelector,
} from 'viem'

/** A log as the decoder needs it. */
export type LogBody = { topics: readonly Hex[]; data: Hex }

export type EventDecoder<result> = { selector: Hex; decode: (log: LogBody) => result }

type Args<item extends AbiEvent> = ContractEventArgsFromTopics<
  readonly [item],
  ContractEventName<readonly [item]>,
  true
>

/** Pairs an event of an ABI with the step that turns its arguments into a domain event. */
export function eventDecoder<const item extends AbiEvent, result>(
  item: item,
  build: (args: Args<item>) => result,
): EventDecoder<result> {
  return {
    selector: toEventSelector(item),
    decode: ({ topics, data }) => {
      const abi: readonly AbiEvent[] = [item]
      const decoded = decodeEventLog({ abi, topics: topics as [Hex, ...Hex[]], data, strict: true })
      // the ABI has this one event, so these are its arguments
      return build(decoded.args as Args<item>)
    },
  }
}
