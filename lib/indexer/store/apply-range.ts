import { sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { Transaction } from '@/db/client'
import { blocks, dollarTransfers, ledger, orderEvents, orders, positions, sales } from '@/db/schema'
import type { Deployment } from '@/lib/chain/deployment'
import { lower } from '../decode/lower'
import { StalePlanError } from '../errors'
import { judgeOrders } from '../orders/judge-orders'
import { touchedOrders } from '../orders/order-facts'
import { nothingTouched, touchByEvents, touchByUndo } from '../orders/touched-orders'
import { recordRows } from '../reduce/record-rows'
import { reduceEvents } from '../reduce/reduce-events'
import type { BlockEvents } from '../reduce/state'
import { touchedRows } from '../reduce/touched-rows'
import { anyOf } from './any-of'
import { insertRows } from './bulk'
import { lockChainState } from './chain-lock'
import { readTip } from './cursor'
import { moveFinality } from './move-finality'
import { notifyRange } from './notify-range'
import { readKnown, writeChanges } from './write-changes'
import { writeRewards } from './write-rewards'

/** A proven run of blocks and what it stands on. */
export type Range = {
  /** hash of our tip when the range was planned; undefined while nothing was read */
  expectedTip: Hex | undefined
  /** undo everything after this block first; undefined when the range follows our tip */
  ancestor: number | undefined
  /** hash-linked, ascending, not empty */
  blocks: readonly BlockEvents[]
  /** blocks up to this one can no longer be reorganised: they leave no before-images */
  finalized: number
}

export type Applied = { head: number; events: number; undoneTo: number | undefined }

/**
 * Applies a range in the caller's transaction: undo, state, record, order states, finality, notification. Either all of
 * it becomes visible or nothing. Blocks above the finality line are reduced one by one, so that each can be undone;
 * those below it at once.
 *
 * @throws StalePlanError when the tip is not what the range was planned on
 * @throws InvariantError when the events contradict the state
 */
export async function applyRange(tx: Transaction, deployment: Deployment, range: Range): Promise<Applied> {
  await lockChainState(tx)
  if ((await readTip(tx))?.hash !== range.expectedTip)
    throw new StalePlanError('The database moved on while the range was read.')

  const touched = nothingTouched()
  if (range.ancestor !== undefined) {
    await touchByUndo(tx, touched, range.ancestor)
    await tx.execute(sql`select undo_blocks_after(${range.ancestor})`)
  }
  const events = range.blocks.flatMap((block) => block.events)
  touchByEvents(touched, events)

  const networks = await networksBefore(
    tx,
    events.flatMap((event) => ('positionId' in event ? [event.positionId] : [])),
  )
  const positionOf = await positionsOfOrders(tx, touched.hashes)
  const rows = recordRows(
    {
      positions: lower(deployment.positions),
      dollar: lower(deployment.dollar),
      zone: lower(deployment.zone),
    },
    range.blocks,
    { networkOf: (id) => networks.get(id), positionOfOrder: (hash) => positionOf.get(hash) },
  )
  await insertRows(tx, blocks, range.blocks.map(blockRow))
  await writeState(tx, range)
  await insertRows(tx, ledger, rows.ledger)
  await insertRows(tx, sales, rows.sales)
  await insertRows(tx, orderEvents, rows.orderEvents)
  await insertRows(tx, dollarTransfers, rows.transfers)
  await writeRewards(tx, range.blocks)

  const judged = await judgeOrders(tx, deployment.seaport, touchedOrders(touched))
  const head = range.blocks.at(-1)!.header
  await moveFinality(tx, range.finalized)
  await notifyRange(tx, head, rows.ledger, judged, range.ancestor)
  return { head: head.number, events: events.length, undoneTo: range.ancestor }
}

async function writeState(tx: Transaction, range: Range): Promise<void> {
  const final = range.blocks.filter(({ header }) => header.number <= range.finalized)
  const open = range.blocks.filter(({ header }) => header.number > range.finalized)
  for (const run of [final, ...open.map((block) => [block])]) {
    const events = run.flatMap((block) => block.events)
    if (events.length === 0) continue
    const block = run === final ? '' : String(run[0]!.header.number)
    await tx.execute(sql`select set_config('hotswap.block', ${block}, true)`)
    await writeChanges(tx, reduceEvents(await readKnown(tx, touchedRows(events)), run))
  }
  await tx.execute(sql`select set_config('hotswap.block', '', true)`)
}

function blockRow({ header, events }: BlockEvents): typeof blocks.$inferSelect {
  const { number, hash, parentHash } = header
  return {
    number,
    hash,
    parentHash,
    time: new Date(header.timestamp * 1000),
    eventful: events.length > 0,
  }
}

async function networksBefore(
  tx: Transaction,
  ids: readonly (number | null)[],
): Promise<Map<number, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await tx
    .select({ id: positions.id, network: positions.network })
    .from(positions)
    .where(anyOf(positions.id, known))
  return new Map(rows.map((row) => [row.id, row.network]))
}

async function positionsOfOrders(tx: Transaction, hashes: ReadonlySet<string>): Promise<Map<string, number>> {
  if (hashes.size === 0) return new Map()
  const rows = await tx
    .select({ hash: orders.hash, positionId: orders.positionId })
    .from(orders)
    .where(anyOf(orders.hash, hashes))
  return new Map(rows.map((row) => [row.hash, row.positionId]))
}
