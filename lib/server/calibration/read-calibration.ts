import type { CalibrationReport } from '@/lib/valuation/forecast/calibration-report'
import type { CashReport } from '@/lib/valuation/forecast/cash-report'
import calibration from './generated/calibration.json'

export type Calibration = {
  /** day the backtest was run */
  day: string
  networks: CalibrationReport
  /** of the relay network: six months of history, shown apart */
  operators: CalibrationReport
  /** the engine's intervals of cash over some months: of networks' nodes, and of relay operators' */
  cash: { networks: CashReport; operators: CashReport }
}

/** What the last backtest came to; `npm run calibration` writes it, a test holds it to the code. */
export function readCalibration(): Calibration {
  return calibration
}
