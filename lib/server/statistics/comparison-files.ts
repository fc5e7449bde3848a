import { statisticPointsOf } from '@/db/queries/statistics'
import { csvLine } from '@/lib/core/csv/format-csv'
import type { Comparison } from '@/lib/market/statistics/comparison'
import { ALL, type MeasureId, measureOf } from '@/lib/market/statistics/measures'
import type { ServerContext } from '../context'
import { csvResponse } from '../http/csv-response'
import { type ComparedNetwork, readComparison } from './read-statistics'

/** What monthly measures are made of: they stand beside each month, so that a reader can make it again. */
const ingredients = {
  rewards_usd: 'rewardsUsd',
  active_nodes: 'nodes',
  reward_tokens: 'rewardTokens',
  token_price_usd: 'tokenPrice',
} as const satisfies Record<string, MeasureId>

type Ingredients = Partial<Record<keyof typeof ingredients, number>> & {
  /** what the dollars are: the source's, or tokens × price */
  rewards_usd_basis?: string
}

type Row = {
  network: string
  at: string
  value: number | undefined
  low?: number | undefined
  high?: number | undefined
  says?: string | undefined
  made_from: Ingredients
}

/** A comparison's history as a CSV file (RFC 4180): a row a network and date; what is unknown is blank. */
export async function comparisonCsv(
  comparison: Comparison,
  server: Pick<ServerContext, 'db'>,
): Promise<Response> {
  const { rows } = await comparisonRows(comparison, server)
  const { unit } = measureOf(comparison.measure)
  const parts = Object.keys(ingredients) as (keyof typeof ingredients)[]
  const head = [
    ...['network', 'at', 'measure', 'unit', 'value', 'low_90', 'high_90', 'says'],
    ...parts,
    'rewards_usd_basis',
  ]
  const lines = rows.map((row) =>
    csvLine([
      row.network,
      row.at,
      comparison.measure,
      unit,
      row.value,
      row.low,
      row.high,
      row.says,
      ...parts.map((part) => row.made_from[part]),
      row.made_from.rewards_usd_basis,
    ]),
  )
  return csvResponse(csvLine(head) + lines.join(''), `${fileName(comparison)}.csv`)
}

/** The same with the newest figures, their sources and the method. */
export async function comparisonJson(
  comparison: Comparison,
  server: Pick<ServerContext, 'db'>,
): Promise<Response> {
  const { networks, rows } = await comparisonRows(comparison, server)
  const { name, unit, method } = measureOf(comparison.measure)
  const body = {
    measure: { id: comparison.measure, name, unit, method },
    networks: networks.map(({ slug, name, figures }) => {
      const { measure, ...newest } = figures.find((one) => one.measure === comparison.measure) ?? {}
      return {
        network: slug,
        name,
        newest: measure === undefined ? null : newest,
        history: rows.filter((row) => row.network === slug).map(({ network, ...row }) => row),
      }
    }),
  }
  return new Response(`${JSON.stringify(body, null, 1)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(comparison)}.json"`,
      'cache-control': 'no-store',
    },
  })
}

async function comparisonRows(
  comparison: Comparison,
  server: Pick<ServerContext, 'db'>,
): Promise<{ networks: ComparedNetwork[]; rows: Row[] }> {
  const networks = await readComparison(comparison, server)
  const isMonthly = measureOf(comparison.measure).history === 'month'
  const made = isMonthly
    ? await readIngredients(
        networks.map(({ slug }) => slug),
        server,
      )
    : new Map()
  const rows = networks.flatMap(({ slug, points }) => {
    const months = made.get(slug) ?? new Map<string, Ingredients>()
    const known = new Map(points.map((point) => [point.at, point]))
    // months that a figure rests on stand here though it begins later
    return [...new Set([...months.keys(), ...known.keys()])].sort().map((at): Row => {
      const point = known.get(at)
      return {
        network: slug,
        at,
        value: point?.value,
        low: point?.low,
        high: point?.high,
        says: point?.says,
        made_from: months.get(at) ?? {},
      }
    })
  })
  return { networks, rows }
}

async function readIngredients(
  slugs: readonly string[],
  { db }: Pick<ServerContext, 'db'>,
): Promise<Map<string, Map<string, Ingredients>>> {
  const made = new Map(slugs.map((slug) => [slug, new Map<string, Ingredients>()]))
  const columns = Object.entries(ingredients) as [keyof typeof ingredients, MeasureId][]
  const found = await Promise.all(columns.map(([, measure]) => statisticPointsOf(db, slugs, measure)))
  found.forEach((points, i) => {
    const column = columns[i]?.[0]
    if (!column) return
    for (const { scope, at, value, says } of points) {
      const months = made.get(scope)
      const basis = column === 'rewards_usd' && {
        rewards_usd_basis: scope === ALL ? 'sum' : (says ?? 'as published'),
      }
      months?.set(at, { ...months.get(at), [column]: value, ...basis })
    }
  })
  return made
}

function fileName({ measure, networks }: Comparison): string {
  return [measure, ...networks].join('-')
}
