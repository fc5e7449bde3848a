import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { publishedRewards } from '@/lib/market/published-rewards'
import { backtestEntry, type EntryMonth } from '@/lib/mechanism/congestion/entry-forecast'
import { monthIndex } from '@/lib/valuation/forecast/monthly-series'
import { writeSection } from './write-section'

/*
 * npm run bench:entry — the back-test of free entry on the seed's public figures: forecasts twelve months ahead, fitted on
 * the past alone, beside that nothing changes. Writes its part of docs/benchmarks.md; the Lab shows the same.
 */
type Row = Record<string, string>
const read = (file: string) => parse(readFileSync(file), { columns: true }) as Row[]
const figure = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text))

const histories = new Map<string, EntryMonth[]>()
for (const row of read('db/seed/networks-monthly.csv')) {
  const nodes = figure(row.active_nodes)
  const rewards = publishedRewards({
    rewardTokens: figure(row.reward_tokens),
    tokenPriceUsd: figure(row.token_price_usd),
    rewardsUsd: figure(row.rewards_usd),
  })
  if (!nodes || !rewards || rewards.usd <= 0) continue
  const months = histories.get(row.network!) ?? []
  months.push({ month: monthIndex(row.month!), nodes, rewardsUsd: rewards.usd })
  histories.set(row.network!, months)
}

/** The relay network's months are the sums of its operators', and its break-even is what their nodes cost. */
const relay = new Map<string, { nodes: number; rewardsUsd: number; costUsd: number; costed: number }>()
for (const row of read('db/seed/relay-operators-monthly.csv')) {
  const [nodes, cost] = [Number(row.nodes), figure(row.cost_usd_per_node)]
  const sum = relay.get(row.month!) ?? { nodes: 0, rewardsUsd: 0, costUsd: 0, costed: 0 }
  sum.nodes += nodes
  sum.rewardsUsd += Number(row.rewards_usd)
  if (cost !== null) {
    sum.costUsd += cost * nodes
    sum.costed += nodes
  }
  relay.set(row.month!, sum)
}
histories.set(
  'relay',
  [...relay].map(([month, { nodes, rewardsUsd, costUsd, costed }]) => ({
    month: monthIndex(month),
    nodes,
    rewardsUsd,
    ...(costed > 0 && { costUsd: costUsd / costed }),
  })),
)

const { n, error, noChangeError, forecasts } = backtestEntry(histories)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const networks = [...new Set(forecasts.map(({ network }) => network))].map((network) => {
  const of = forecasts.filter((one) => one.network === network)
  return {
    network,
    cases: of.length,
    error: mean(of.map(({ forecast, outcome }) => Math.abs(outcome - forecast))),
    noChange: mean(of.map(({ outcome }) => Math.abs(outcome))),
  }
})
networks.sort((a, b) => a.error - a.noChange - (b.error - b.noChange))

const text = `## Free entry

\`npm run bench:entry\`: the log change of a network's nodes over twelve months, forecast from the gap between reward per node
and break-even, the growth of its rewards (network effect) and its own trend, by one ridge regression fitted on the past
alone. Break-even is what a node costs where operators publish it; elsewhere it is latent. The relay network alone publishes
costs, for ${relay.size} months, too few for a case of its own. Mean absolute error over ${n} cases of ${networks.length} networks:
**${error.toFixed(3)}**, and **${noChangeError.toFixed(3)}** for the forecast that nothing changes.

| network | cases | forecast | no change |
|---|---:|---:|---:|
${networks.map((row) => `| ${row.network} | ${row.cases} | ${row.error.toFixed(3)} | ${row.noChange.toFixed(3)} |`).join('\n')}

Every case is on the [Lab's page](../app/lab/entry/page.tsx) and in its file.`
writeSection('entry', text)
console.log(text)
