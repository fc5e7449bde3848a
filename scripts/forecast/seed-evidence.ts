import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { assembleEvidence, type Evidence, type EvidenceRows } from '@/lib/server/valuations/assemble-evidence'

/** Slug of the relay network, whose months are the sums of its operators'. */
const RELAY_NETWORK = 'relay'

/** Cells of a seed file as text, keyed by the header's names. */
function read(name: string): Record<string, string>[] {
  return parse(readFileSync(`db/seed/${name}`), { columns: true, bom: true, skip_empty_lines: true })
}

const figure = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))

/** The seed's own files as the rows that values rest on, without a database: a price of 0 is one rounded away. */
export function seedRows(): EvidenceRows {
  const operators = read('relay-operators-monthly.csv')
    .map((row) => ({
      network: RELAY_NETWORK,
      operator: row.operator!,
      month: row.month!.slice(0, 7),
      nodes: Number(row.nodes),
      rewardsUsd: Number(row.rewards_usd),
      rewardTokens: figure(row.reward_tokens),
      costUsd: figure(row.cost_usd_per_node),
      costUsdLow: figure(row.cost_usd_per_node_low),
      costUsdHigh: figure(row.cost_usd_per_node_high),
    }))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.operator < b.operator ? -1 : 1))
  const relayMonths = [...new Set(operators.map(({ month }) => month))].map((month) => {
    const rows = operators.filter((row) => row.month === month)
    const sum = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((total, row) => total + of(row), 0)
    const rewardsUsd = sum((row) => row.rewardsUsd)
    const rewardTokens = rows.some((row) => row.rewardTokens === null)
      ? null
      : sum((row) => row.rewardTokens ?? 0)
    return {
      network: RELAY_NETWORK,
      month,
      rewardTokens,
      tokenPriceUsd: rewardTokens ? Number((rewardsUsd / rewardTokens).toFixed(6)) : null,
      rewardsUsd,
      activeNodes: sum((row) => row.nodes),
    }
  })
  return {
    networks: read('networks.csv').map((row) => ({
      slug: row.slug!,
      token: row.token!,
      category: row.category!,
    })),
    months: [
      ...read('networks-monthly.csv').map((row) => ({
        network: row.network!,
        month: row.month!.slice(0, 7),
        rewardTokens: figure(row.reward_tokens),
        tokenPriceUsd: figure(row.token_price_usd) || null,
        rewardsUsd: figure(row.rewards_usd),
        activeNodes: figure(row.active_nodes),
      })),
      ...relayMonths,
    ],
    prices: ['hnt', 'fil'].flatMap((token) =>
      read(`token-daily-${token}.csv`).flatMap((row) =>
        Number(row.price_usd) > 0
          ? [{ token: row.token!, day: row.date!, priceUsd: Number(row.price_usd) }]
          : [],
      ),
    ),
    operators: operators.map(({ rewardTokens: _, ...row }) => row),
    models: read('device-models.csv').map((row) => ({ slug: row.slug!, network: row.network! })),
    assumptions: read('assumptions.csv').map((row) => ({
      subject: row.subject!,
      name: row.name!,
      value: Number(row.value),
      unit: row.unit!,
      note: row.note!,
    })),
  }
}

export function seedEvidence(): Evidence {
  return assembleEvidence(seedRows())
}
