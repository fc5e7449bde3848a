import { asc, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { readProvenance } from '@/db/queries/demonstration'
import { latestValuations } from '@/db/queries/valuations'
import { positions } from '@/db/schema'
import { HotswapError, NotFoundError } from '@/lib/core/errors'
import { estimateInputs } from '@/lib/valuation/estimate/estimate-inputs'
import type { Valuation } from '@/lib/valuation/valuation'
import { VALUATION_MODEL, valuePosition } from '@/lib/valuation/value-position'
import { inputsHash } from './inputs-hash'
import { readEvidence } from './read-evidence'
import { readUptime } from './read-uptime'
import { type NewValuation, storeValuations } from './store-valuations'

export type ValuedPositions = {
  /** positions whose inputs had changed, and which were valued anew */
  valued: number[]
  /** positions whose newest valuation still stands */
  unchanged: number[]
  /** positions that cannot be valued, and why */
  failed: { positionId: number; error: HotswapError }[]
}

/**
 * Values positions as of now and stores what changed. Devices with the same inputs are computed once.
 * @param positionIds all positions unless told
 */
export async function valuePositions(
  db: Queryable,
  now: Date,
  positionIds?: readonly number[],
): Promise<ValuedPositions> {
  const rows = await db
    .select({
      id: positions.id,
      deviceId: positions.deviceId,
      network: positions.network,
      model: positions.model,
    })
    .from(positions)
    .where(positionIds && inArray(positions.id, [...positionIds]))
    .orderBy(asc(positions.id))
  const evidence = await readEvidence(db)
  const provenance = await readProvenance(db, positionIds)
  const uptime = await readUptime(db, now, positionIds && rows.map((row) => row.deviceId))
  const latest = await latestValuations(db, positionIds)

  const computed = new Map<string, Valuation>()
  const news: NewValuation[] = []
  const result: ValuedPositions = { valued: [], unchanged: [], failed: [] }
  for (const { id, deviceId, network, model } of rows)
    try {
      const known = evidence.network(network)
      if (!known) throw new NotFoundError(`There is no network “${network}” here.`)
      const device = {
        operator: provenance.get(id)?.operator ?? null,
        uptime: uptime.get(deviceId) ?? null,
      }
      const inputs = estimateInputs(known, device, evidence.book(model, network))
      const hash = inputsHash(VALUATION_MODEL, inputs)
      if (latest.get(id)?.inputsHash === hash) {
        result.unchanged.push(id)
        continue
      }
      const valuation = computed.get(hash) ?? valuePosition(inputs)
      computed.set(hash, valuation)
      news.push({ positionId: id, deviceId, inputsHash: hash, valuation })
      result.valued.push(id)
    } catch (error) {
      if (!(error instanceof HotswapError)) throw error
      result.failed.push({ positionId: id, error })
    }
  await storeValuations(db, news)
  return result
}
