import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { HotswapError, InvalidInputError } from '@/lib/core/errors'
import { backtest, type ScoredForecast, summarise } from '@/lib/valuation/forecast/backtest'
import { constantsFor, OPERATOR_CONSTANTS } from '@/lib/valuation/forecast/constants'
import { monthIndex, monthText } from '@/lib/valuation/forecast/monthly-series'
import { OPERATOR_HISTORY, operatorFold } from '@/lib/valuation/forecast/operators'
import { readSeries } from './read-series'

/*
 * npm run -s backtest -- --data FILE.csv [--from YYYY-MM] [--horizons 1,3,6] [--forecasts OUT.csv] [--json]
 * npm run -s backtest -- --operators FILE.csv [--horizons 1,2,3] …  the same for a relay network's operators
 * Scores the forecasts of rewards per node against what happened, beside a log random walk.
 */

const usage =
  'Usage: npm run -s backtest -- --data|--operators FILE.csv [--from YYYY-MM] [--horizons 1,3,6] [--forecasts OUT.csv] [--json]'

function options() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        operators: { type: 'string' },
        from: { type: 'string' },
        horizons: { type: 'string' },
        forecasts: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const horizons = (values.horizons ?? (values.operators ? '1,2,3' : '1,3,6')).split(',').map(Number)
    const file = values.data ?? values.operators
    if (
      !file ||
      (values.data && values.operators) ||
      horizons.some((h) => !Number.isInteger(h) || h < 1 || h > 120)
    )
      throw new Error(usage)
    const from = values.from === undefined ? undefined : monthIndex(values.from)
    return {
      file,
      areOperators: values.data === undefined,
      horizons,
      from,
      forecasts: values.forecasts,
      json: values.json,
    }
  } catch (cause) {
    throw new InvalidInputError(cause instanceof RangeError ? cause.message : usage, { cause })
  }
}

const groupBy = <key extends string | number>(
  list: readonly ScoredForecast[],
  key: (one: ScoredForecast) => key,
) => {
  const groups = new Map<key, ScoredForecast[]>()
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

const byHorizon = (scored: readonly ScoredForecast[]) =>
  Object.fromEntries(
    [...groupBy(scored, (one) => one.horizon)].map(([h, list]) => [String(h), summarise(list)]),
  )

function csv(scored: readonly ScoredForecast[]) {
  const rows = scored.map((one) =>
    [
      one.network,
      monthText(one.origin),
      one.horizon,
      ...[one.p5, one.p50, one.p95, one.outcome].map((log) => Math.exp(log)),
    ].join(','),
  )
  return `${['network,origin,horizon,p5,p50,p95,outcome', ...rows].join('\n')}\n`
}

function table(scored: readonly ScoredForecast[]) {
  for (const [horizon, list] of groupBy(scored, (one) => one.horizon)) {
    const { n, randomWalk: walk, ...model } = summarise(list)!
    const line = (name: string, s: typeof walk) =>
      `  ${name.padEnd(12)} coverage ${s.coverage.toFixed(3)}  interval score ${s.intervalScore.toFixed(3)}  median error ${s.maeLog.toFixed(3)}  CRPS ${s.crps.toFixed(4)}`
    console.log(`${horizon} months ahead, ${n} forecasts`)
    console.log(line('model', model))
    console.log(line('random walk', walk))
  }
}

try {
  const { file, areOperators, horizons, from, forecasts, json } = options()
  const scored = areOperators
    ? backtest({
        series: readSeries(file, { name: 'operator', nodes: 'nodes' }),
        horizons,
        constants: (operator) => OPERATOR_CONSTANTS[operatorFold(operator)]!,
        history: OPERATOR_HISTORY,
        from,
      })
    : backtest({
        series: readSeries(file, { name: 'network', nodes: 'active_nodes' }),
        horizons,
        constants: constantsFor,
        from,
      })
  if (forecasts) writeFileSync(forecasts, csv(scored))
  if (json) {
    const networks = [...groupBy(scored, (one) => one.network)].map(([name, list]) => [name, byHorizon(list)])
    console.log(JSON.stringify({ horizons: byHorizon(scored), networks: Object.fromEntries(networks) }))
  } else table(scored)
} catch (error) {
  console.error(error instanceof HotswapError ? error.message : error)
  process.exitCode = 1
}
