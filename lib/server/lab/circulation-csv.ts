import type { ServerContext } from '../context'
import { csvFile } from './csv-file'
import { readCirculationHeadline } from './roll-up-circulation'

/** The circulation gap at every combination of its assumptions; no line before the worker made one. */
export async function circulationCsv(server: Pick<ServerContext, 'db'>): Promise<Response> {
  const range = await readCirculationHeadline(server)
  return csvFile(
    'circulation-gap',
    [
      'pool_elasticity',
      'compatibility_factor',
      'cost_factor',
      'reward_transfer_factor',
      'gain_usd_month',
      'movers_gain_usd_month',
      'devices_moved',
    ],
    (range?.cases ?? []).map((one) => [
      one.elasticity,
      one.compatible,
      one.cost,
      one.transfer,
      one.gainUsd,
      one.moversUsd,
      one.moved,
    ]),
  )
}
