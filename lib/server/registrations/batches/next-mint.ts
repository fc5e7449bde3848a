import { and, eq, isNotNull } from 'drizzle-orm'
import { encodeFunctionData, type Hex } from 'viem'
import { type BatchRow, batchRows, findBatch } from '@/db/queries/batches'
import { registrationBatchRows } from '@/db/schema'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import type { Call } from '@/lib/chain/device'
import { keyArgument } from '@/lib/chain/device/calls'
import { explainRevert } from '@/lib/chain/errors/decode-revert'
import { HotswapError, NotAllowedError, NotFoundError } from '@/lib/core/errors'
import type { SignedInContext } from '../../action/signed-in-action'
import { proofOf, registrationClaim } from '../claims'
import { registeredOnChain } from './registered-on-chain'

/**
 * Positions minted in one transaction. One takes about 213,000 gas (contracts/snapshots), a wallet adds a fifth, and
 * since EIP-7825 a transaction may take 2^24: sixty fit, and leave a tenth.
 */
export const MINT_AT_ONCE = 60

/** A claim must be good for this long yet, so that it still is when the transaction is mined. */
const SPARE_SECONDS = 120

/** The next transaction of a batch; `call` is null when nothing is left to mint. */
export type NextMint = {
  call: Call | null
  /** rows it mints */
  lines: number[]
  /** rows that wait for a transaction, these included */
  left: number
  /** rows the chain would leave out, each with its reason on it */
  leftOut: number
}

type Context = Pick<SignedInContext, 'db' | 'client' | 'deployment' | 'now' | 'session'>

/**
 * The transaction that mints the next proven rows, tried out against the chain: a row the chain would leave out keeps
 * the reason and is not asked for until somebody tries again. Rows minted a moment ago, which the record has not read
 * yet, are not either.
 *
 * @param again whether rows left out before are tried too
 * @throws NotFoundError; NotAllowedError for anyone but the owner
 */
export async function nextMint(context: Context, id: string, again = false): Promise<NextMint> {
  const { db, deployment, session, now } = context
  const batch = await findBatch(db, id)
  if (!batch) throw new NotFoundError('There is no such file of devices.')
  if (batch.owner !== session.address)
    throw new NotAllowedError('Only the account that gave this file mints its positions.')
  const good = new Date(now().getTime() + SPARE_SECONDS * 1000)
  if (again) await forgetReasons(db, id)
  const all = await batchRows(db, id, good, { state: 'proven' })
  const proven = all.filter(({ refusal }) => refusal === null)
  let waiting = await withoutMinted(context, proven)
  let leftOut = all.length - proven.length
  while (waiting.length > 0) {
    const part = waiting.slice(0, MINT_AT_ONCE)
    const refused = await tryOut(context, part)
    if (refused.size === 0)
      return {
        call: { to: deployment.positions, data: encode(part) },
        lines: part.map(({ line }) => line),
        left: waiting.length,
        leftOut,
      }
    for (const [line, refusal] of refused)
      await db
        .update(registrationBatchRows)
        .set({ refusal })
        .where(and(eq(registrationBatchRows.batchId, id), eq(registrationBatchRows.line, line)))
    waiting = waiting.filter(({ line }) => !refused.has(line))
    leftOut += refused.size
  }
  return { call: null, lines: [], left: 0, leftOut }
}

/**
 * Rows are minted in their order, so those the chain has and the record has not read yet stand in front: they are asked
 * about, part after part, until there are enough that are not minted.
 */
async function withoutMinted(context: Context, proven: BatchRow[]): Promise<BatchRow[]> {
  const waiting: BatchRow[] = []
  let at = 0
  for (; at < proven.length && waiting.length < MINT_AT_ONCE; at += MINT_AT_ONCE) {
    const part = proven.slice(at, at + MINT_AT_ONCE)
    const minted = await registeredOnChain(
      context,
      part.flatMap(({ deviceId }) => deviceId ?? []),
    )
    waiting.push(...part.filter(({ deviceId }) => deviceId && !minted.has(deviceId)))
  }
  return [...waiting, ...proven.slice(at)]
}

/** Rows that were left out count as any other again. */
async function forgetReasons(db: Context['db'], id: string): Promise<void> {
  const rows = registrationBatchRows
  await db
    .update(rows)
    .set({ refusal: null })
    .where(and(eq(rows.batchId, id), isNotNull(rows.refusal)))
}

/** Why the chain would leave rows out, by line. @throws what the whole of it would revert with (a pause) */
async function tryOut(context: Context, rows: BatchRow[]): Promise<Map<number, string>> {
  const { client, deployment, session } = context
  const contract = { address: deployment.positions, abi, account: session.address } as const
  const proofs = rows.map(provenOf)
  const ids = await client
    .simulateContract({ ...contract, functionName: 'registerMany', args: [proofs] })
    .then(({ result }) => result)
    .catch((error: unknown) => {
      throw explainRevert(error)
    })
  const refused = new Map<number, string>()
  for (const [index, row] of rows.entries()) {
    const proof = proofs[index]
    if (ids[index] !== 0n || !proof) continue
    const args = [
      proof.claim,
      proof.key,
      proof.deviceSignature,
      proof.attester,
      proof.attesterSignature,
    ] as const
    const reason = await client.simulateContract({ ...contract, functionName: 'register', args }).then(
      () => 'The chain left this row out.',
      (error: unknown) => {
        const explained = explainRevert(error)
        if (explained instanceof HotswapError) return explained.message
        throw error
      },
    )
    refused.set(row.line, reason)
  }
  return refused
}

function encode(rows: BatchRow[]): Hex {
  return encodeFunctionData({ abi, functionName: 'registerMany', args: [rows.map(provenOf)] })
}

function provenOf({ registration, deviceId }: BatchRow) {
  const proof = registration && proofOf(registration)
  if (!proof || !deviceId) throw new HotswapError('A proven row has its proof.')
  return { ...proof, claim: registrationClaim(registration, deviceId), key: keyArgument(proof.key) }
}
