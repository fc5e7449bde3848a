import type { Change } from '../schemas/change'

/** A change with the id a client comes back with (`Last-Event-ID`). */
export type MarketEvent = { id: string; change: Change }

/** Where a client's stream ended: the block it knew, the start of that block's hash, and when it heard of it. */
export type EventPlace = { block: number; hash: string; at: Date }

/** The block's hash is in it, so that a block undone meanwhile is noticed. */
export function formatEventId(block: number, hash: string, at: Date): string {
  return `${block}-${hash.slice(2, 18)}-${at.getTime()}`
}

/** Undefined where the text is no id of ours. */
export function parseEventId(text: string): EventPlace | undefined {
  const [, block, hash = '', at] = /^(\d{1,15})-([0-9a-f]{16})-(\d{1,14})$/.exec(text) ?? []
  return block === undefined
    ? undefined
    : { block: Number(block), hash: `0x${hash}`, at: new Date(Number(at)) }
}

/** An event as the stream carries it (WHATWG server-sent events). JSON has no line breaks of its own. */
export function formatEvent({ id, change }: MarketEvent): string {
  return `id: ${id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`
}
