import type { Metadata } from 'next'
import { CalibrationView } from '@/components/calibration/calibration-view'
import { readCalibration } from '@/lib/server/calibration/read-calibration'

export const metadata: Metadata = {
  title: 'Calibration',
  description: 'What our forecasts of device rewards said, and what happened: failures first.',
}

export default function CalibrationPage() {
  return <CalibrationView calibration={readCalibration()} />
}
