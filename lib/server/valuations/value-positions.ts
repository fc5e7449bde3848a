import { asc, inArray } from 'drizzle-orm'
import type { Hex } from 'viem'
import { readProvenance } from '@/db/queries/demonstration'
import { latestValuations, type StoredValuation } from '@/db/queries/valuations'
import { positions } from '@/db/schema'
import { HotswapError, NotFoundError } from '@/lib/core/errors'
import { DEFAULT_SETTINGS, type EngineInputs } from '@/lib/valuation/engine/inputs'
import { inputsHashOf } from '@/lib/valuation/engine/receipt'
import { estimateEngineInputs } from '@/lib/valuation/estimate/estimate-engine-inputs'
import { markStale } from './mark-stale'
import { computeHere } from './pool/compute'
import { readEvidence } from './read-evidence'
import { readUptime } from './read-uptime'
import { signReceipt } from './sign-receipt'
import { storeValuations } from './store-valuations'
import type { ValuationContext } from './valuation-context'

export type ValuedPositions = {
  /** positions whose inputs had changed, and which were valued anew */
  valued: number[]
  /** positions whose newest valuation still stands */
  unchanged: number[]
  /** positions that cannot be valued, and why */
  failed: { positionId: number; error: HotswapError }[]
}

/** Devices of equal inputs, to be valued once for all of them. */
type Group = { inputs: EngineInputs; hash: Hex; devices: { positionId: number; deviceId: Hex }[] }

/** How a run gets on: called once before the first valuation, then after each group. */
export type Progress = (done: number, total: number) => Promise<void>

/** Groups in work at once; the pool's threads take them as they come. */
const AT_ONCE = 4

/**
 * Values positions as of now and stores what changed, each as soon as it is known. A stored value whose inputs have
 * changed is marked stale before anything is computed. Devices with the same inputs are computed once.
 * @param positionIds all positions unless told
 */
export async function valuePositions(
  server: ValuationContext,
  positionIds?: readonly number[],
  onProgress?: Progress,
): Promise<ValuedPositions> {
  const { db, compute = computeHere } = server
  const { groups, stale, ...result } = await findChanges(server, positionIds)
  await markStale(db, server.now(), stale)

  const total = groups.reduce((sum, { devices }) => sum + devices.length, 0)
  let done = 0
  await onProgress?.(0, total)
  const queue = [...groups]
  const work = async () => {
    for (let group = queue.shift(); group; group = queue.shift()) {
      const { inputs, hash, devices } = group
      try {
        const valuation = await compute(inputs, DEFAULT_SETTINGS)
        const news = []
        for (const { positionId, deviceId } of devices) {
          const receipt = await signReceipt(server, deviceId, valuation)
          news.push({ positionId, deviceId, inputsHash: hash, valuation, receipt })
        }
        await storeValuations(db, news)
        result.valued.push(...devices.map(({ positionId }) => positionId))
      } catch (error) {
        if (!(error instanceof HotswapError)) throw error
        result.failed.push(...devices.map(({ positionId }) => ({ positionId, error })))
      }
      done += devices.length
      await onProgress?.(done, total)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  result.valued.sort((a, b) => a - b)
  result.unchanged.sort((a, b) => a - b)
  return result
}

/** Today's inputs of every position against those its newest value was computed from. */
async function findChanges(
  server: ValuationContext,
  positionIds: readonly number[] | undefined,
): Promise<ValuedPositions & { groups: Group[]; stale: StoredValuation[] }> {
  const { db } = server
  const rows = await db
    .select({
      id: positions.id,
      deviceId: positions.deviceId,
      network: positions.network,
      model: positions.model,
    })
    .from(positions)
    .where(positionIds && inArray(positions.id, [...positionIds]))
    // positions of one network share their scenarios, so they come one after another
    .orderBy(asc(positions.network), asc(positions.id))
  const evidence = await readEvidence(db)
  const provenance = await readProvenance(db, positionIds)
  const uptime = await readUptime(db, server.now(), positionIds && rows.map((row) => row.deviceId))
  const latest = await latestValuations(db, positionIds)

  const groups = new Map<Hex, Group>()
  const stale: StoredValuation[] = []
  const result: ValuedPositions = { valued: [], unchanged: [], failed: [] }
  for (const { id, deviceId, network, model } of rows)
    try {
      const known = evidence.network(network)
      if (!known) throw new NotFoundError(`There is no network “${network}” here.`)
      const device = {
        operator: provenance.get(id)?.operator ?? null,
        uptime: uptime.get(deviceId) ?? null,
      }
      const inputs = estimateEngineInputs(
        known,
        device,
        evidence.book(model, network),
        evidence.others(network),
      )
      const hash = inputsHashOf(inputs, DEFAULT_SETTINGS)
      const before = latest.get(id)
      // the same figures are valued again only where a valuer came since and has not signed them
      if (before?.inputsHash === hash && (before.signature !== null || !server.valuer)) {
        result.unchanged.push(id)
        continue
      }
      if (before && before.inputsHash !== hash) stale.push(before)
      const group = groups.get(hash) ?? { inputs, hash, devices: [] }
      group.devices.push({ positionId: id, deviceId })
      groups.set(hash, group)
    } catch (error) {
      if (!(error instanceof HotswapError)) throw error
      result.failed.push({ positionId: id, error })
      const before = latest.get(id)
      if (before) stale.push(before)
    }
  return { ...result, groups: [...groups.values()], stale }
}
