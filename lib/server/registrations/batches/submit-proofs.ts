import { setImmediate as letOthersIn } from 'node:timers/promises'
import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Hex } from 'viem'
import type { z } from 'zod'
import type { Transaction } from '@/db/client'
import { batchRows, findBatch } from '@/db/queries/batches'
import { registrationBatchRows, registrations } from '@/db/schema'
import { NotFoundError } from '@/lib/core/errors'
import type { ServerContext } from '../../context'
import type { proofsInput } from './input'
import { judgeAnswer, type WaitingRow } from './judge-answer'
import { registeredOnChain } from './registered-on-chain'

/** What became of one answer. */
export type ProofFate = { line: number; isProven: boolean; reason: string | null }

type Context = Pick<ServerContext, 'db' | 'client' | 'deployment' | 'attester' | 'now'>
type Proven = WaitingRow & { signature: Hex; attesterSignature: Hex }

/**
 * Many devices' answers at once. Each is judged by itself, as a single one is: a good one is attested, a bad one leaves
 * its reason on its row, and the others go on. The same answers again have the same fates.
 *
 * @returns a fate for each line that was answered, in their order
 * @throws NotFoundError
 */
export async function submitProofs(
  context: Context,
  id: string,
  { proofs }: z.output<typeof proofsInput>,
): Promise<{ proofs: ProofFate[] }> {
  const { db, deployment, attester, now } = context
  if (!(await findBatch(db, id))) throw new NotFoundError('There is no such file of devices.')
  const rows = new Map((await batchRows(db, id, now())).map((row) => [row.line, row]))
  const answers = new Map(proofs.map((proof) => [proof.line, proof.signature]))
  const fates = new Map<number, ProofFate>()
  const good: { row: WaitingRow; signature: Hex; digest: Hex }[] = []
  for (const [line, signature] of answers) {
    const judged = judgeAnswer(deployment, rows.get(line), signature)
    if (judged.is === 'good') good.push({ ...judged, signature })
    else fates.set(line, fate(line, judged.is === 'refused' ? judged.reason : null))
  }

  const registered = await registeredOnChain(
    context,
    good.map(({ row }) => row.device),
  )
  const proven: Proven[] = []
  for (const { row, signature, digest } of good) {
    const position = registered.get(row.device)
    if (position !== undefined) {
      fates.set(row.line, fate(row.line, `This device is registered already, as position ${position}.`))
      continue
    }
    proven.push({ ...row, signature, attesterSignature: await attester.sign({ hash: digest }) })
    // a signature takes about a millisecond: others are served in between
    await letOthersIn()
  }

  const promised = await db.transaction(async (transaction) => {
    const others = await promisedToOthers(transaction, proven, now())
    await attest(
      transaction,
      proven.filter(({ device }) => !others.has(device)),
      attester.address,
      now(),
    )
    return others
  })
  for (const { line, device } of proven) fates.set(line, fate(line, promised.has(device) ? PROMISED : null))
  const known = [...answers.keys()].flatMap((line) => fates.get(line) ?? [])
  await keepReasons(context, id, known)
  return { proofs: known }
}

const PROMISED = 'This device has proven itself for another owner, whose claim is still good.'

const fate = (line: number, reason: string | null): ProofFate => ({ line, isProven: reason === null, reason })

/** Devices whose good claim belongs to another owner: the first attested stands until its deadline. */
async function promisedToOthers(transaction: Transaction, proven: Proven[], now: Date): Promise<Set<Hex>> {
  if (proven.length === 0) return new Set()
  const devices = proven.map(({ device }) => device).sort()
  // one decision a device at a time, always in one order; the locks go with the transaction
  for (const device of devices)
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${device}, 0))`)
  const owner = proven[0]?.owner ?? '0x'
  const others = await transaction
    .select({ device: registrations.deviceId })
    .from(registrations)
    .where(
      and(
        inArray(registrations.deviceId, devices),
        ne(registrations.owner, owner),
        gt(registrations.deadline, now),
      ),
    )
  return new Set(others.flatMap(({ device }) => device ?? []))
}

async function attest(transaction: Transaction, proven: Proven[], attester: Hex, now: Date): Promise<void> {
  for (const { registrationId, device, key, signature, attesterSignature } of proven)
    await transaction
      .update(registrations)
      .set({
        status: 'attested',
        deviceId: device,
        keyType: key.keyType,
        keyX: key.x,
        keyY: key.y,
        deviceSignature: signature,
        attester,
        attesterSignature,
        attestedAt: now,
      })
      .where(and(eq(registrations.id, registrationId), eq(registrations.status, 'challenged')))
}

async function keepReasons({ db }: Pick<Context, 'db'>, id: string, fates: ProofFate[]): Promise<void> {
  const proven = fates.flatMap(({ line, isProven }) => (isProven ? [line] : []))
  const rows = registrationBatchRows
  if (proven.length > 0)
    await db
      .update(rows)
      .set({ refusal: null })
      .where(and(eq(rows.batchId, id), inArray(rows.line, proven)))
  for (const { line, reason } of fates)
    if (reason !== null)
      await db
        .update(rows)
        .set({ refusal: reason })
        .where(and(eq(rows.batchId, id), eq(rows.line, line)))
}
