import { blockBootstrap, percentileInterval } from '@/lib/math/statistics/bootstrap'
import { backtest, type ScoredForecast, summarise } from '@/lib/valuation/forecast/backtest'
import { constantsFor, OPERATOR_CONSTANTS } from '@/lib/valuation/forecast/constants'
import { OPERATOR_HISTORY, operatorFold } from '@/lib/valuation/forecast/operators'
import { readSeries } from '../forecast/read-series'
import { writeSection } from './write-section'

/*
 * npm run bench:backtest — scores the forecasts of rewards per node, each network with constants fitted without it, gives
 * coverage and score ratio their block-bootstrap intervals, and writes docs/benchmarks.md.
 */
const BLOCK = 6
const REPLICATES = 2000
const SEED = 20_240_601

const networks = backtest({
  series: readSeries('db/seed/networks-monthly.csv', { name: 'network', nodes: 'active_nodes' }),
  horizons: [1, 3, 6],
  constants: constantsFor,
})
const operators = backtest({
  series: readSeries('db/seed/relay-operators-monthly.csv', { name: 'operator', nodes: 'nodes' }),
  horizons: [1, 2, 3],
  constants: (operator) => OPERATOR_CONSTANTS[operatorFold(operator)]!,
  history: OPERATOR_HISTORY,
})

const mean = (list: readonly ScoredForecast[], figure: (one: ScoredForecast) => number) =>
  list.reduce((sum, one) => sum + figure(one), 0) / list.length
const coverage = (list: readonly ScoredForecast[]) => mean(list, (one) => (one.scores.covered ? 1 : 0))
const ratio = (list: readonly ScoredForecast[]) =>
  mean(list, (one) => one.scores.intervalScore) / mean(list, (one) => one.randomWalk.intervalScore)

function groupBy<key>(
  list: readonly ScoredForecast[],
  keyOf: (one: ScoredForecast) => key,
): Map<key, ScoredForecast[]> {
  const groups = new Map<key, ScoredForecast[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

function interval(
  list: readonly ScoredForecast[],
  statistic: (list: readonly ScoredForecast[]) => number,
): string {
  const groups = [...groupBy(list, (one) => one.network).values()]
  const { low, high } = percentileInterval(
    blockBootstrap(groups, statistic, { block: BLOCK, replicates: REPLICATES, seed: SEED }),
  )
  return `${low.toFixed(3)} – ${high.toFixed(3)}`
}

function rows(scored: readonly ScoredForecast[]): string {
  return [...groupBy(scored, (one) => one.horizon)]
    .map(([horizon, list]) => {
      const { n, randomWalk: walk, ...model } = summarise(list)!
      const score = `${model.intervalScore.toFixed(3)} | ${walk.intervalScore.toFixed(3)} | ${ratio(list).toFixed(3)} (${interval(list, ratio)})`
      return `| ${horizon} | ${n} | ${model.coverage.toFixed(3)} (${interval(list, coverage)}) | ${walk.coverage.toFixed(3)} | ${score} | ${model.maeLog.toFixed(3)} | ${model.crps.toFixed(4)} | ${walk.crps.toFixed(4)} |`
    })
    .join('\n')
}

function networkRows(scored: readonly ScoredForecast[]): string {
  return [...groupBy(scored, (one) => one.network)]
    .map(([network, list]) => ({ network, list, coverage: coverage(list) }))
    .sort((a, b) => a.coverage - b.coverage)
    .map(
      ({ network, list }) =>
        `| ${network} | ${list.length} | ${coverage(list).toFixed(3)} | ${ratio(list).toFixed(3)} |`,
    )
    .join('\n')
}

const head = `| months ahead | forecasts | coverage of the 90 % interval | walk's | interval score | walk's | ratio | median error | CRPS | walk's |
|---|---|---|---|---|---|---|---|---|---|`
const text = `## Backtest of the reward forecasts

Log rewards per node, forecast from what was known at each origin, beside a log random walk. Every network is scored with
constants fitted with that network left out (\`npm run forecast:fit\`). In brackets: 95 % block-bootstrap intervals (blocks of
${BLOCK} consecutive forecasts of a network, networks resampled, ${REPLICATES.toLocaleString('en')} replicates). \`npm run bench:backtest\` repeats it.

${head}
${rows(networks)}

By network, all horizons, least covered first:

| network | forecasts | coverage | interval score over the walk's |
|---|---|---|---|
${networkRows(networks)}

Relay operators (six months of history, forecast from their third month; constants fitted on the other folds of operators):

${head}
${rows(operators)}
`
writeSection('backtest', text)
console.log(text)
