import { asc } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { networkMonths, networks } from '@/db/schema'
import { publishedRewards } from '@/lib/market/published-rewards'
import { type MonthIndex, monthIndex } from '@/lib/valuation/forecast/monthly-series'

export type HistoryMonth = {
  month: MonthIndex
  /** dollars; where a source's dollar column repeats its tokens, tokens × price */
  rewardsUsd: number | undefined
  nodes: number | undefined
  /** what the rewards were in tokens */
  rewardTokens: number | undefined
}

export type NetworkHistory = {
  slug: string
  name: string
  category: string
  months: HistoryMonth[]
  /** some months' dollars are tokens × price, because the source's are not dollars */
  repaired: boolean
}

/** All networks by name with what is known of their months, in order. */
export async function readHistories(db: Queryable): Promise<NetworkHistory[]> {
  const facts = await db.select().from(networks).orderBy(asc(networks.name))
  const rows = await db.select().from(networkMonths).orderBy(asc(networkMonths.month))
  const number = (text: string | null) => (text === null ? null : Number(text))
  return facts.map(({ slug, name, category }) => {
    let repaired = false
    const months = rows
      .filter((row) => row.network === slug)
      .map((row) => {
        const rewards = publishedRewards({
          rewardTokens: number(row.rewardTokens),
          tokenPriceUsd: number(row.tokenPriceUsd),
          rewardsUsd: number(row.rewardsUsd),
        })
        repaired ||= rewards?.repaired ?? false
        return {
          month: monthIndex(row.month),
          rewardsUsd: rewards?.usd,
          nodes: row.activeNodes ?? undefined,
          rewardTokens: number(row.rewardTokens) ?? undefined,
        }
      })
    return { slug, name, category, months, repaired }
  })
}
