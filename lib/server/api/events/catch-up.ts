import type { Database } from '@/db/client'
import { readChainPoint } from '@/db/queries/api/chain-point'
import { changesSince, knowsBlock } from '@/db/queries/api/changes-since'
import { type EventPlace, formatEventId, type MarketEvent } from './market-event'

/** An order may have been stored a little before its announcement was heard; hearing of it twice does no harm. */
const OVERLAP = 10_000

/** Where a stream starts: the id of now, and what its client missed, if it was here before. */
export type CatchUp = { id: string | undefined; missed: MarketEvent | undefined }

/**
 * What happened since a client last heard from us. Where that cannot be told (its block was undone, or is too old to
 * be on record), the change is `partial` and names nothing.
 *
 * @param last `unknown` for a client that came before but cannot say where it ended
 */
export async function catchUp(
  db: Database,
  last: EventPlace | 'unknown' | undefined,
  now: Date,
): Promise<CatchUp> {
  const point = await readChainPoint(db)
  if (!point) return { id: undefined, missed: undefined }
  const id = formatEventId(point.block, point.hash, now)
  if (last === undefined) return { id, missed: undefined }
  const head = { head: point.block, time: point.time.toISOString() }
  if (last === 'unknown' || !(await knowsBlock(db, last.block, last.hash)))
    return { id, missed: { id, change: { ...head, kinds: [], positions: [], orders: [], partial: true } } }
  const { isCut, ...lists } = await changesSince(db, last.block, new Date(last.at.getTime() - OVERLAP))
  const isNothing = lists.kinds.length === 0 && lists.orders.length === 0
  return { id, missed: isNothing ? undefined : { id, change: { ...head, ...lists, partial: isCut } } }
}
