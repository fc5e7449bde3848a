import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { figureSources, observations } from '@/db/schema'
import type { SourcesPage } from '@/lib/market/observations/sources-page'
import { context, type ServerContext } from '../context'
import { settleRows } from './read-observations'

const MOST_DISPUTED = 50

/** Every source, and the figures that were revised or are contradicted. */
export async function readSourcesPage(
  server: Pick<ServerContext, 'db' | 'now'> = context(),
): Promise<SourcesPage> {
  const { db, now } = server
  const rows = await db
    .select({
      source: figureSources,
      figures: sql<number>`count(distinct (network, measure, span, period)) filter (where value is not null)::int`,
      networks: sql<number>`count(distinct network)::int`,
      newest: sql<string | null>`max(period) filter (where value is not null)::text`,
    })
    .from(figureSources)
    .leftJoin(observations, eq(observations.source, figureSources.slug))
    .groupBy(figureSources.slug)
    .orderBy(asc(figureSources.rank), asc(figureSources.slug))
  return {
    sources: rows.map(({ source, figures, networks, newest }) => ({
      slug: source.slug,
      kind: source.kind,
      title: source.title,
      rank: source.rank,
      figures,
      networks,
      newest: newest ?? undefined,
      readAt: source.readAt ?? undefined,
      failure: source.failure ?? undefined,
      leftOut: source.leftOut ?? undefined,
    })),
    disputed: await disputed(db, now()),
  }
}

async function disputed(db: Queryable, now: Date) {
  const keys = await db
    .select({ ids: sql<string[]>`array_agg(${observations.id})` })
    .from(observations)
    .groupBy(observations.network, observations.measure, observations.span, observations.period)
    .having(sql`count(distinct (${observations.source}, ${observations.value})) > 1`)
    .orderBy(desc(sql`max(${observations.knownAt})`))
    .limit(MOST_DISPUTED)
  const ids = keys.flatMap((key) => key.ids.map(Number))
  if (ids.length === 0) return []
  return (await settleRows(db, inArray(observations.id, ids), now))
    .filter(({ revised, contradicted }) => revised.length + contradicted.length > 0)
    .sort((a, b) => newestWord(b) - newestWord(a))
}

const newestWord = ({ figure, contradicted }: Awaited<ReturnType<typeof settleRows>>[number]) =>
  Math.max(...[figure, ...contradicted].map(({ knownAt }) => knownAt.getTime()))
