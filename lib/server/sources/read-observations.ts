import { and, asc, eq, isNull, lte, type SQL } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { figureSources, observations } from '@/db/schema'
import type { ObservedMeasure, Said } from '@/lib/market/observations/observation'
import { type Settled, settle } from '@/lib/market/observations/settle'

/** What was known of a network's measure at a moment, by period: the figure, its revisions, and who contradicts it. */
export async function readObservations(
  db: Queryable,
  { network, measure, asOf }: { network: string | undefined; measure: ObservedMeasure; asOf: Date },
): Promise<Settled[]> {
  const ofNetwork = network === undefined ? isNull(observations.network) : eq(observations.network, network)
  return settleRows(db, and(ofNetwork, eq(observations.measure, measure)), asOf)
}

/** Settles the rows that a condition picks, as known at a moment, in the order of their periods. */
export async function settleRows(db: Queryable, where: SQL | undefined, asOf: Date): Promise<Settled[]> {
  const rows = await db
    .select({ said: observations, rank: figureSources.rank })
    .from(observations)
    .innerJoin(figureSources, eq(figureSources.slug, observations.source))
    .where(and(where, lte(observations.knownAt, asOf)))
    .orderBy(asc(observations.period), asc(observations.span))
  const figures = new Map<string, Said[]>()
  for (const { said, rank } of rows) {
    const { id, network, value, ...rest } = said
    const one = { ...rest, network: network ?? undefined, value: value ?? undefined, rank }
    const key = [network, rest.measure, rest.span, rest.period].join(' ')
    const others = figures.get(key)
    if (others) others.push(one)
    else figures.set(key, [one])
  }
  return [...figures.values()].flatMap((said) => settle(said, asOf) ?? [])
}
