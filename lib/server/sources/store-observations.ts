import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Observation } from '@/lib/market/observations/observation'

const BATCH = 2_000

/**
 * Adds what a source said, where it differs from what that source had said by then: repeating oneself is no news.
 *
 * No word goes behind the newest one on record, so that what was told of that time is never told otherwise. Where a word
 * dated earlier is the last that is said of its figure, and another one, the source has changed its mind without saying
 * when, and it is known from now on.
 * @param observations one at most of a figure and a date of knowledge (see `admit`)
 * @returns how many rows were added
 */
export async function storeObservations(
  tx: Transaction,
  source: string,
  observations: readonly Observation[],
  now: Date,
): Promise<number> {
  const moment = sql`${now.toISOString()}::timestamptz`
  const words = inOrder(observations)
  let added = 0
  for (let start = 0; start < words.length; start += BATCH) {
    const { rowCount } = await tx.execute(sql`
      with given as (
        select *
        from jsonb_to_recordset(${JSON.stringify(words.slice(start, start + BATCH))}::jsonb)
          as given(network text, measure text, span text, period date, value numeric, known_at timestamptz,
            is_last boolean, before_at timestamptz, before_value numeric)
      ), said as (
        select given.*, given.known_at > coalesce(newest.known_at, '-infinity') as is_newer,
          newest.known_at as newest_at,
          case when newest.known_at is null or before_at > newest.known_at
            then before_at is null or before_value is distinct from given.value
            else newest.value is distinct from given.value end as is_news
        from given left join lateral (
          select o.value, o.known_at from observations o
          where o.source = ${source} and o.network is not distinct from given.network
            and o.measure = given.measure and o.span = given.span and o.period = given.period
          order by o.known_at desc limit 1
        ) newest on true
      )
      insert into observations (source, network, measure, span, period, value, known_at, recorded_at)
      select ${source}, network, measure, span, period, value,
        case when is_newer then known_at else greatest(${moment}, newest_at + interval '1 millisecond') end, ${moment}
      from said
      where is_news and (is_newer or is_last)`)
    added += rowCount ?? 0
  }
  return added
}

/** Each word with whether it is the last on its figure here, and the one before it. */
function inOrder(observations: readonly Observation[]) {
  const figures = new Map<string, Observation[]>()
  for (const one of observations) {
    const key = [one.network, one.measure, one.span, one.period].join(' ')
    const words = figures.get(key)
    if (words) words.push(one)
    else figures.set(key, [one])
  }
  return [...figures.values()].flatMap((words) =>
    words
      .toSorted((a, b) => a.knownAt.getTime() - b.knownAt.getTime())
      .map(({ network, value, knownAt, ...rest }, index, sorted) => {
        const before = sorted[index - 1]
        return {
          ...rest,
          network: network ?? null,
          value: value ?? null,
          known_at: knownAt.toISOString(),
          is_last: index === sorted.length - 1,
          before_at: before?.knownAt.toISOString() ?? null,
          before_value: before?.value ?? null,
        }
      }),
  )
}
