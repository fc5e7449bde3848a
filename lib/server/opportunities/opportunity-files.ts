import { csvLine } from '@/lib/core/csv/format-csv'
import { formatUnitsExact } from '@/lib/core/money'
import type { Opportunity } from '@/lib/market/opportunity'
import type { ServerContext } from '../context'
import { csvResponse } from '../http/csv-response'
import { readOpportunities } from './read-opportunities'

type Reader = Pick<ServerContext, 'db' | 'now'>

/** Exact amounts as text, shares and rates as numbers; the names are the columns of the file. */
function figuresOf({ row, p25, shortfall, ...rest }: Opportunity) {
  return {
    position: row.positionId,
    name: row.name,
    network: row.network.slug,
    demonstration: row.isDemonstration,
    order: row.listing.hash,
    price_usd: formatUnitsExact(row.listing.price, 6),
    ends: row.listing.endTime.toISOString(),
    value_usd: formatUnitsExact(row.value.value, 2),
    p5_usd: formatUnitsExact(row.value.p5, 2),
    p25_usd: formatUnitsExact(p25, 2),
    p50_usd: formatUnitsExact(row.value.p50, 2),
    p95_usd: formatUnitsExact(row.value.p95, 2),
    others_paid_usd: row.paid ? formatUnitsExact(row.paid.price, 2) : null,
    shortfall_usd: formatUnitsExact(shortfall, 2),
    loss_chance: rest.lossChance,
    gap_over_risk: rest.score,
    implied_rewards: rest.impliedRewards,
    implied_salvage: rest.impliedSalvage,
    implied_growth: rest.impliedGrowth,
    assumed_growth: rest.assumedGrowth,
    implied_return: rest.impliedReturn,
    assumed_return: rest.assumedReturn,
  }
}

const columns = [
  'position',
  'name',
  'network',
  'demonstration',
  'order',
  'price_usd',
  'ends',
  'value_usd',
  'p5_usd',
  'p25_usd',
  'p50_usd',
  'p95_usd',
  'others_paid_usd',
  'shortfall_usd',
  'loss_chance',
  'gap_over_risk',
  'implied_rewards',
  'implied_salvage',
  'implied_growth',
  'assumed_growth',
  'implied_return',
  'assumed_return',
] as const satisfies readonly (keyof ReturnType<typeof figuresOf>)[]

export async function opportunitiesCsv(server: Reader): Promise<Response> {
  const { opportunities } = await readOpportunities(server)
  const lines = opportunities.map(figuresOf).map((figures) =>
    csvLine(
      columns.map((column) => {
        const cell = figures[column]
        return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell
      }),
    ),
  )
  return csvResponse([csvLine([...columns]), ...lines].join(''), 'opportunities.csv')
}

export async function opportunitiesJson(server: Reader): Promise<Response> {
  const { opportunities, now } = await readOpportunities(server)
  return Response.json(
    {
      source: 'this chain and its valuations; a listing below the P25 of its value that can be filled now',
      asOf: now.toISOString(),
      data: opportunities.map(figuresOf),
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}
