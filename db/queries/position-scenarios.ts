import { sql } from 'drizzle-orm'
import type { Queryable } from '../client'
import { positionScenarios } from '../schema'
import { standingAt } from './market-standing'

/** A position for sale, its newest valuation, and what its scenarios stand on so far. */
export type Drawable = {
  positionId: number
  deviceId: `0x${string}`
  network: string
  model: string
  inputs: unknown
  settings: { policyPaths?: number }
  inputsHash: `0x${string}`
  valueUsd: number
}

/**
 * Positions for sale whose scenarios are not those of their newest valuation, or not on this basis.
 * @param model of the valuations whose inputs can be drawn from
 * @param now head time: what is for sale is judged by it
 */
export async function positionsToDraw(
  db: Queryable,
  model: string,
  basis: string,
  now: Date,
): Promise<Drawable[]> {
  const { rows } = await db.execute<{
    position_id: string
    device_id: `0x${string}`
    network: string
    model: string
    inputs: unknown
    settings: { policyPaths?: number } | null
    inputs_hash: `0x${string}`
    value: string
  }>(sql`
    select p.id as position_id, p.device_id, p.network, p.model, v.inputs, v.settings, v.inputs_hash, v.value
    from ${standingAt(now)} as m join positions p on p.id = m.position_id
    join lateral (
      select * from valuations v where v.position_id = p.id and v.device_id = p.device_id
      order by v.created_at desc, v.id desc limit 1
    ) as v on v.model = ${model}
    left join position_scenarios s on s.position_id = p.id and s.device_id = p.device_id
      and s.inputs_hash = v.inputs_hash and s.basis = ${basis}
    where m.listing_hash is not null and s.position_id is null
    order by v.inputs_hash, p.id`)
  return rows.map((row) => ({
    positionId: Number(row.position_id),
    deviceId: row.device_id,
    network: row.network,
    model: row.model,
    inputs: row.inputs,
    settings: row.settings ?? {},
    inputsHash: row.inputs_hash,
    valueUsd: Number(row.value) / 100,
  }))
}

export type NewScenarios = typeof positionScenarios.$inferInsert

/** Keeps scenarios in the place of a position's former ones. */
export async function storeScenarios(db: Queryable, rows: readonly NewScenarios[]): Promise<void> {
  const excluded = (column: string) => sql.raw(`excluded.${column}`)
  await db
    .insert(positionScenarios)
    .values([...rows])
    .onConflictDoUpdate({
      target: positionScenarios.positionId,
      set: {
        deviceId: excluded('device_id'),
        inputsHash: excluded('inputs_hash'),
        basis: excluded('basis'),
        months: excluded('months'),
        values: excluded('values'),
        drawnAt: excluded('drawn_at'),
      },
    })
}

/** Forgets the scenarios of positions that are not for sale any more. */
export async function forgetUnlisted(db: Queryable, now: Date): Promise<void> {
  await db.execute(sql`
    delete from position_scenarios where position_id not in (
      select position_id from ${standingAt(now)} as m where m.listing_hash is not null)`)
}
