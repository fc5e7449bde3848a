import { monthText } from '@/lib/valuation/forecast/monthly-series'
import type { ServerContext } from '../context'
import { csvFile } from './csv-file'
import { readEntryResult } from './roll-up-entry'

/** Every forecast of entry with its outcome; no line before the worker made them. */
export async function entryCsv(server: Pick<ServerContext, 'db'>): Promise<Response> {
  const result = await readEntryResult(server)
  return csvFile(
    'entry-backtest',
    [
      'network',
      'origin',
      'forecast_log_change_12m',
      'outcome_log_change_12m',
      'absolute_error',
      'absolute_error_no_change',
    ],
    (result?.forecasts ?? []).map(({ network, origin, forecast, outcome }) => [
      network,
      monthText(origin),
      forecast,
      outcome,
      Math.abs(outcome - forecast),
      Math.abs(outcome),
    ]),
  )
}
