import { forgetUnlisted, positionsToDraw, storeScenarios } from '@/db/queries/position-scenarios'
import { networks } from '@/db/schema'
import type { EngineInputs } from '@/lib/valuation/engine/inputs'
import { DEFAULT_SETTINGS } from '@/lib/valuation/engine/inputs'
import { hashOf } from '@/lib/valuation/engine/receipt'
import { ENGINE_MODEL } from '@/lib/valuation/engine/value-with-engine'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'
import { marketShape } from '../valuations/market-shape'
import { readEvidence } from '../valuations/read-evidence'

/** Scenarios of a basket: the tail of a twentieth is fifty of them. */
export const SCENARIOS = 1_000

const SEED = 20_240_601
/** holding periods, beside the one a position is valued for */
const PERIODS = [12, 24]
/** Name of the way scenarios are drawn: others need another name. */
const METHOD = 'market-2'

export type DrawContext = Pick<ServerContext, 'db' | 'now'> & Pick<Partial<ServerContext>, 'basket'>

/**
 * Draws the scenarios of every position for sale that has none on today's basis: one market for all of them, so that
 * they can stand in one basket. Whole in itself and safe to repeat; positions that are not for sale are forgotten.
 *
 * @returns how many were drawn
 */
export async function drawScenarios(server: DrawContext): Promise<number> {
  const { db, basket } = server
  if (!basket) return 0
  const now = await headTime(server)
  await forgetUnlisted(db, now)
  const evidence = await readEvidence(db)
  const rows = await db.select({ slug: networks.slug }).from(networks).orderBy(networks.slug)
  const shape = marketShape(
    evidence,
    rows.map(({ slug }) => slug),
  )
  const basis = hashOf({ method: METHOD, seed: SEED, scenarios: SCENARIOS, ...shape })
  const found = await positionsToDraw(db, ENGINE_MODEL, basis, now)
  // the market is as long as the longest of today's; a longer one later goes on where this one ends
  const months = Math.max(60, ...found.map(({ inputs }) => (inputs as EngineInputs).horizon.value))
  const market = { ...shape, paths: SCENARIOS, months, seed: SEED }
  const groups = new Map<string, typeof found>()
  for (const one of found) {
    const key = `${one.inputsHash} ${one.network}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  let drawn = 0
  for (const group of groups.values()) {
    const first = group[0]!
    const inputs = first.inputs as EngineInputs
    const periods = [...PERIODS.map((months) => Math.min(months, inputs.horizon.value)), inputs.horizon.value]
    const values = await basket('draw', {
      market,
      question: {
        inputs,
        policyPaths: first.settings.policyPaths ?? DEFAULT_SETTINGS.policyPaths,
        valueUsd: first.valueUsd,
        network: first.network,
        seeds: group.map(({ deviceId }) => seedOf(deviceId)),
        months: periods,
      },
    })
    if (!values) continue
    await storeScenarios(
      db,
      group.map(({ positionId, deviceId, inputsHash }, k) => ({
        positionId,
        deviceId,
        inputsHash,
        basis,
        months: periods,
        values: toBytes(values[k]!),
        drawnAt: server.now(),
      })),
    )
    drawn += group.length
  }
  return drawn
}

/** The first 52 bits of a device's id name its own random numbers. */
function seedOf(deviceId: `0x${string}`): number {
  return Number(BigInt(deviceId) >> 204n)
}

function toBytes(periods: readonly Float32Array[]): Buffer {
  const bytes = Buffer.alloc(4 * periods.reduce((sum, values) => sum + values.length, 0))
  let at = 0
  for (const values of periods) for (const value of values) at = bytes.writeFloatLE(value, at)
  return bytes
}
