import { Table, Td, Th, Tr } from '@/components/ui'
import type { CalibrationReport } from '@/lib/valuation/forecast/calibration-report'

/** Model and random walk by horizon: two lines each. */
export function ScoresTable({ report, caption }: { report: CalibrationReport; caption: string }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Months ahead</Th>
          <Th>Forecast</Th>
          <Th numeric>Coverage of 90%</Th>
          <Th numeric>Interval score</Th>
          <Th numeric>Median error</Th>
          <Th numeric>CRPS</Th>
          <Th numeric>Interval score over the walk’s</Th>
        </tr>
      </thead>
      <tbody>
        {report.horizons.flatMap((row) => [
          <Tr key={`${row.months} model`} className="border-b-0">
            <Td>
              {row.months} <span className="text-muted">({row.n} forecasts)</span>
            </Td>
            <Td>ours</Td>
            <Scores scores={row} />
            <Td numeric>
              {row.ratio.toFixed(3)}{' '}
              <span className="text-muted">
                ({row.ratioInterval.low.toFixed(3)} – {row.ratioInterval.high.toFixed(3)})
              </span>
            </Td>
          </Tr>,
          <Tr key={`${row.months} walk`}>
            <Td />
            <Td className="text-muted">random walk</Td>
            <Scores scores={row.randomWalk} />
            <Td numeric className="text-muted">
              1
            </Td>
          </Tr>,
        ])}
      </tbody>
    </Table>
  )
}

type Shown = { coverage: number; intervalScore: number; maeLog: number; crps: number }

function Scores({ scores: { coverage, intervalScore, maeLog, crps } }: { scores: Shown }) {
  return (
    <>
      <Td numeric>{coverage.toFixed(3)}</Td>
      <Td numeric>{intervalScore.toFixed(3)}</Td>
      <Td numeric>{maeLog.toFixed(3)}</Td>
      <Td numeric>{crps.toFixed(4)}</Td>
    </>
  )
}
