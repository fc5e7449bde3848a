import type { ServerContext } from '../context'
import { csvFile, type DataTable, jsonFile } from './csv-file'
import { FLYWHEEL_SOURCE } from './flywheel-csv'
import { readNetworkEffects } from './read-network-effects'

/** The network-effect page's figures: a row a network and law. */
export async function networkEffectsCsv(server: Pick<ServerContext, 'db'>): Promise<Response> {
  const { name, head, rows } = await networkEffectsTable(server)
  return csvFile(name, head, rows)
}

/** The same as JSON. */
export async function networkEffectsJson(server: Pick<ServerContext, 'db'>): Promise<Response> {
  return jsonFile(await networkEffectsTable(server), FLYWHEEL_SOURCE)
}

async function networkEffectsTable(server: Pick<ServerContext, 'db'>): Promise<DataTable> {
  const { fitted } = await readNetworkEffects(server)
  return {
    name: 'network-effects',
    head: [
      'network',
      'from',
      'to',
      'months',
      'law',
      'exponent',
      'log_scale',
      'second_parameter',
      'aic',
      'bic',
      'out_of_sample_rmse_log',
      'no_change_rmse_log',
      'engle_granger_t',
      'is_cointegrated_5pc',
      'growth_exponent',
      'growth_error_newey_west',
      'growth_low_90',
      'growth_high_90',
      'growth_exponent_tokens',
      'growth_exponent_price',
      'next_node_adds_usd',
      'next_node_adds_low_90_usd',
      'next_node_adds_high_90_usd',
      'node_earns_usd',
      'node_takes_from_others_usd',
    ],
    rows: fitted.flatMap(
      ({ slug, from, to, months, effect: { levels, noChange, cointegration, growth, parts, nextNode } }) =>
        levels.map((fit) => [
          slug,
          from,
          to,
          months,
          fit.law,
          fit.exponent,
          fit.aic,
          fit.bic,
          fit.outOfSample,
          noChange,
          cointegration.statistic,
          cointegration.isCointegrated,
          growth.exponent,
          growth.error,
          growth.low,
          growth.high,
          parts?.tokens.exponent,
          parts?.price.exponent,
          nextNode.addsUsd,
          nextNode.lowUsd,
          nextNode.highUsd,
          nextNode.earnsUsd,
          nextNode.takesFromOthersUsd,
        ]),
    ),
  }
}
