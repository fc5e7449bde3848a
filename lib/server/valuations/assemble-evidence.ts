import { type AssumptionBook, assumptionBook } from '@/lib/valuation/estimate/assumption-book'
import type { Place } from '@/lib/valuation/estimate/estimate-moves'
import type {
  Assumption,
  NetworkEvidence,
  NetworkMonth,
  OperatorMonth,
} from '@/lib/valuation/estimate/evidence'

/** Everything public as rows; months, days and operators' months ascend. */
export type EvidenceRows = {
  networks: readonly { slug: string; token: string; category: string }[]
  months: readonly (NetworkMonth & { network: string })[]
  prices: readonly { token: string; day: string; priceUsd: number }[]
  operators: readonly (OperatorMonth & { network: string })[]
  models: readonly { slug: string; network: string }[]
  assumptions: readonly (Assumption & { name: string })[]
}

export type Evidence = {
  /** undefined for a network that is not known */
  network(slug: string): NetworkEvidence | undefined
  /** assumptions for a model of a network, nearest first */
  book(model: string, network: string): AssumptionBook
  /** the other networks of this one's category */
  others(network: string): Place[]
}

/** Rows by network, with the assumptions as they concern it. */
export function assembleEvidence(rows: EvidenceRows): Evidence {
  const evidence = new Map(
    rows.networks.map(({ slug, token }): [string, NetworkEvidence] => [
      slug,
      {
        slug,
        token,
        months: rows.months
          .filter((row) => row.network === slug)
          .map(({ month, rewardTokens, tokenPriceUsd, rewardsUsd, activeNodes }) => ({
            month,
            rewardTokens,
            tokenPriceUsd,
            rewardsUsd,
            activeNodes,
          })),
        dailyPrices: rows.prices
          .filter((row) => row.token === token)
          .map(({ day, priceUsd }) => ({ day, priceUsd })),
        operators: rows.operators
          .filter((row) => row.network === slug)
          .map(({ network: _, ...month }) => month),
      },
    ]),
  )
  const categories = new Map(rows.networks.map(({ slug, category }) => [slug, category]))
  const bookOf = (model: string, network: string) =>
    assumptionBook(rows.assumptions, [model, network, categories.get(network) ?? 'all', 'all'])
  const places = new Map(
    [...evidence.values()].map((network): [string, Place] => [
      network.slug,
      {
        network,
        book: bookOf(rows.models.find((row) => row.network === network.slug)?.slug ?? '', network.slug),
      },
    ]),
  )
  return {
    network: (slug) => evidence.get(slug),
    book: bookOf,
    others: (slug) =>
      [...places.values()].filter(
        ({ network }) => network.slug !== slug && categories.get(network.slug) === categories.get(slug),
      ),
  }
}
