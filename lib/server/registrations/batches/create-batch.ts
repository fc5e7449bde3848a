import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { z } from 'zod'
import type { Queryable } from '@/db/client'
import { registrationOptions } from '@/db/queries/registration-options'
import {
  metadataDocuments,
  positions,
  registrationBatches,
  registrationBatchRows,
  registrations,
} from '@/db/schema'
import { metadataHash } from '@/lib/chain/metadata-hash'
import type { SignedInContext } from '../../action/signed-in-action'
import { deadlineFrom } from '../time'
import type { batchInput } from './input'
import { type JudgedRow, judgeRows } from './judge-rows'

type Context = Pick<SignedInContext, 'db' | 'now' | 'session'>

/** Rows written in one statement: far below the 65,535 parameters PostgreSQL takes. */
const AT_ONCE = 500

/**
 * Takes a file of devices: each good row becomes a challenge its device can answer within a day, each bad one is kept
 * with what is wrong. All or nothing is written.
 *
 * @returns the batch's id, which is also the address of its page
 * @throws InvalidInputError where the file as a whole cannot be read; nothing is kept then
 */
export async function createBatch(
  { db, session, now }: Context,
  { name, text }: z.output<typeof batchInput>,
): Promise<{ id: string; good: number; refused: number }> {
  const judged = await refuseRegistered(db, judgeRows(text, await registrationOptions(db)))
  const deadline = deadlineFrom(now())
  const id = randomUUID()
  const rows = judged.map((row) => ({ row, registrationId: row.isGood ? randomUUID() : null }))
  const owner = session.address

  await db.transaction(async (transaction) => {
    await transaction.insert(registrationBatches).values({ id, owner, name: name || 'Pasted rows' })
    for (const part of chunks(rows)) {
      const good = part.flatMap(({ row, registrationId }) =>
        row.isGood && registrationId
          ? [{ id: registrationId, terms: row.terms, hash: metadataHash(row.terms.metadata) }]
          : [],
      )
      if (good.length > 0) {
        await transaction
          .insert(metadataDocuments)
          .values([
            ...new Map(good.map(({ hash, terms }) => [hash, { hash, document: terms.metadata }])).values(),
          ])
          .onConflictDoNothing()
        await transaction.insert(registrations).values(
          good.map(({ id, hash, terms: { metadata: _, ...terms } }) => ({
            ...terms,
            id,
            metadataHash: hash,
            owner,
            deadline,
          })),
        )
      }
      await transaction.insert(registrationBatchRows).values(
        part.map(({ row, registrationId }) => ({
          batchId: id,
          line: row.line,
          cells: row.cells,
          problems: row.isGood ? [] : row.problems,
          ...(row.isGood && {
            deviceId: row.device.id,
            keyType: row.device.key.keyType,
            keyX: row.device.key.x,
            keyY: row.device.key.y,
            registrationId,
          }),
        })),
      )
    }
  })
  const good = judged.filter(({ isGood }) => isGood).length
  return { id, good, refused: judged.length - good }
}

/** A device has one position for ever: one that is on the record already cannot be registered again. */
async function refuseRegistered(db: Queryable, rows: JudgedRow[]): Promise<JudgedRow[]> {
  const devices = rows.flatMap(({ device }) => device?.id ?? [])
  const known = new Map<Hex, number>()
  for (const part of chunks(devices)) {
    const found = await db
      .select({ id: positions.id, deviceId: positions.deviceId })
      .from(positions)
      .where(inArray(positions.deviceId, part))
    for (const { id, deviceId } of found) known.set(deviceId, id)
  }
  return rows.map((row) => {
    const position = row.device && known.get(row.device.id)
    if (position === undefined) return row
    const problem = {
      column: 'device_key',
      message: `This device is registered already, as position ${position}.`,
    }
    return { ...row, isGood: false, problems: [...(row.isGood ? [] : row.problems), problem] }
  })
}

function* chunks<item>(items: readonly item[]): Generator<item[]> {
  for (let at = 0; at < items.length; at += AT_ONCE) yield items.slice(at, at + AT_ONCE)
}
