import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Observation } from '@/lib/market/observations/observation'

const BATCH = 2_000

/**
 * Adds what a source said, where it differs from what that source had said by then: repeating oneself is no news.
 * A figure that changed without a new date of publication is known from now on, so nothing of the past is rewritten.
 * @returns how many rows were added
 */
export async function storeObservations(
  tx: Transaction,
  source: string,
  observations: readonly Observation[],
  now: Date,
): Promise<number> {
  const moment = sql`${now.toISOString()}::timestamptz`
  let added = 0
  for (let start = 0; start < observations.length; start += BATCH) {
    const batch = observations.slice(start, start + BATCH).map(({ network, value, knownAt, ...rest }) => ({
      ...rest,
      network: network ?? null,
      value: value ?? null,
      known_at: knownAt.toISOString(),
    }))
    const { rowCount } = await tx.execute(sql`
      with given as (
        select *
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as given(network text, measure text, span text, period date, value numeric, known_at timestamptz)
      ), said as (
        select given.network, given.measure, given.span, given.period, given.value,
          case when exists (
            select from observations o
            where ${sameFigure(source, 'given')} and o.known_at = given.known_at and o.value is distinct from given.value
          ) then ${moment} else given.known_at end as known_at
        from given
      )
      insert into observations (source, network, measure, span, period, value, known_at, recorded_at)
      select ${source}, said.*, ${moment}
      from said left join lateral (
        select o.value, o.known_at from observations o
        where ${sameFigure(source, 'said')} and o.known_at <= said.known_at
        order by o.known_at desc limit 1
      ) last on true
      where last.known_at is null or last.value is distinct from said.value
      on conflict do nothing`)
    added += rowCount ?? 0
  }
  return added
}

/** Rows of `observations o` that the source made of the same network, measure and period as a row of `other`. */
function sameFigure(source: string, other: 'given' | 'said') {
  const row = sql.identifier(other)
  return sql`o.source = ${source} and o.network is not distinct from ${row}.network and o.measure = ${row}.measure
    and o.span = ${row}.span and o.period = ${row}.period`
}
