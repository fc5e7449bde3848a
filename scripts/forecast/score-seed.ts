import { backtest } from '@/lib/valuation/forecast/backtest'
import { type CalibrationReport, calibrationReport } from '@/lib/valuation/forecast/calibration-report'
import { constantsFor, OPERATOR_CONSTANTS } from '@/lib/valuation/forecast/constants'
import { OPERATOR_HISTORY, operatorFold } from '@/lib/valuation/forecast/operators'
import { readSeries } from './read-series'

/** Calibration on the seed's own history, each network and operator with constants fitted without it. */
export function scoreSeed(): { networks: CalibrationReport; operators: CalibrationReport } {
  return {
    networks: calibrationReport(
      backtest({
        series: readSeries('db/seed/networks-monthly.csv', { name: 'network', nodes: 'active_nodes' }),
        horizons: [1, 3, 6],
        constants: constantsFor,
      }),
    ),
    operators: calibrationReport(
      backtest({
        series: readSeries('db/seed/relay-operators-monthly.csv', { name: 'operator', nodes: 'nodes' }),
        horizons: [1, 2, 3],
        constants: (operator) => OPERATOR_CONSTANTS[operatorFold(operator)]!,
        history: OPERATOR_HISTORY,
      }),
    ),
  }
}
