import { asc } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { deviceModels, networkMonths, networks } from '@/db/schema'
import { publishedRewards } from '@/lib/market/published-rewards'
import type { PublishedMonth, PublishedNetwork } from '@/lib/mechanism/statistics/published-network'
import type { NetworkEvidence } from '@/lib/valuation/estimate/evidence'
import { monthIndex } from '@/lib/valuation/forecast/monthly-series'
import { readCalibration } from '../calibration/read-calibration'
import { readEvidence } from '../valuations/read-evidence'

/** Every network by slug, as its publications, the assumptions and the last backtest have it. */
export async function readPublishedNetworks(db: Queryable): Promise<PublishedNetwork[]> {
  const evidence = await readEvidence(db)
  const slugs = await db
    .select({ slug: networks.slug, name: networks.name })
    .from(networks)
    .orderBy(asc(networks.slug))
  const models = await db.select().from(deviceModels).orderBy(asc(deviceModels.slug))
  const published = await db
    .selectDistinct({ network: networkMonths.network, source: networkMonths.source })
    .from(networkMonths)
  return slugs.flatMap(({ slug, name }) => {
    const network = evidence.network(slug)
    if (!network) return []
    const own = models.filter((model) => model.network === slug)
    return [
      {
        slug,
        name,
        months: network.months.map((month) => toMonth(month, network)),
        source: published
          .filter((row) => row.network === slug)
          .map((row) => row.source)
          .join('; '),
        devices: own.flatMap((model) => {
          const price = evidence.book(model.slug, slug).find('hardware_price')?.value ?? 0
          return price > 0 ? [{ name: model.name, priceUsd: price }] : []
        }),
        operatorShare: evidence.book('', slug).find('operator_share')?.value ?? 1,
        runningCostUsd: evidence.book('', slug).find('running_cost')?.value,
        forecasts: forecastsOf(slug, network),
      },
    ]
  })
}

function toMonth(month: NetworkEvidence['months'][number], { operators }: NetworkEvidence): PublishedMonth {
  const rewards = publishedRewards(month)
  const fleets = operators.filter((row) => row.month === month.month)
  return {
    month: monthIndex(month.month),
    rewardTokens: month.rewardTokens ?? undefined,
    rewardsUsd: rewards?.usd,
    isDerived: rewards?.repaired ?? false,
    nodes: month.activeNodes ?? undefined,
    tokenPriceUsd: month.tokenPriceUsd ?? undefined,
    costs: fleets.flatMap(({ nodes, costUsd }) =>
      costUsd === null || nodes <= 0 ? [] : [{ nodes, costUsd }],
    ),
    operators: fleets.map(({ operator, nodes }) => [operator, nodes] as const),
  }
}

/** Forecasts held against outcomes; of a network that publishes by operator, those of its operators together. */
function forecastsOf(slug: string, { operators }: NetworkEvidence): PublishedNetwork['forecasts'] {
  const report = readCalibration()
  const own = report.networks.networks.filter((row) => row.network === slug)
  const fleets = new Set(operators.map(({ operator }) => operator))
  const rows = own.length > 0 ? own : report.operators.networks.filter((row) => fleets.has(row.network))
  const n = rows.reduce((sum, row) => sum + row.n, 0)
  return n === 0 ? undefined : { n, coverage: rows.reduce((sum, row) => sum + row.n * row.coverage, 0) / n }
}
