import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { networkMonths, networks } from '@/db/schema'
import type { Queryable } from '../../client'

/** Networks by slug, from after `after` on; one by its slug. */
export function apiNetworks(db: Queryable, page: { slug?: string; after?: string; limit: number }) {
  return db
    .select()
    .from(networks)
    .where(
      and(
        page.slug === undefined ? undefined : eq(networks.slug, page.slug),
        // slugs are compared as bytes, whatever the database's language
        page.after === undefined ? undefined : gt(sql`${networks.slug} collate "C"`, page.after),
      ),
    )
    .orderBy(asc(sql`${networks.slug} collate "C"`))
    .limit(page.limit)
}

const dollars = sql`published_dollars(${networkMonths.rewardTokens}, ${networkMonths.tokenPriceUsd}, ${networkMonths.rewardsUsd})`

/**
 * The months of networks as published, oldest first, every figure exact; dollars that no source gives are tokens × price,
 * and marked. Reward per node is to the sixth decimal.
 */
export function apiNetworkMonths(db: Queryable, slugs: readonly string[]) {
  if (slugs.length === 0) return Promise.resolve([])
  return db
    .select({
      network: networkMonths.network,
      month: networkMonths.month,
      rewardTokens: sql<string | null>`trim_scale(${networkMonths.rewardTokens})::text`,
      rewards: sql<string | null>`trim_scale(${dollars})::text`,
      isDerived: sql<boolean>`${dollars} is not null and ${dollars} is distinct from ${networkMonths.rewardsUsd}`,
      rewardPerNode: sql<
        string | null
      >`trim_scale(round(${dollars} / nullif(${networkMonths.activeNodes}, 0), 6))::text`,
      activeNodes: networkMonths.activeNodes,
      tokenPrice: sql<string | null>`trim_scale(${networkMonths.tokenPriceUsd})::text`,
      source: networkMonths.source,
    })
    .from(networkMonths)
    .where(inArray(networkMonths.network, [...slugs]))
    .orderBy(asc(networkMonths.network), asc(networkMonths.month))
}

export type ApiNetworkMonth = Awaited<ReturnType<typeof apiNetworkMonths>>[number]
