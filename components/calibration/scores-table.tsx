import { Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed } from '@/lib/core/format'
import type { CalibrationReport } from '@/lib/valuation/forecast/calibration-report'

/** Model and random walk by horizon: two lines each. */
export function ScoresTable({ report, caption }: { report: CalibrationReport; caption: string }) {
  return (
    <Table still caption={caption}>
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
              {formatFixed(row.ratio, 3)}{' '}
              <span className="text-muted">
                ({formatFixed(row.ratioInterval.low, 3)} – {formatFixed(row.ratioInterval.high, 3)})
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
      <Td numeric>{formatFixed(coverage, 3)}</Td>
      <Td numeric>{formatFixed(intervalScore, 3)}</Td>
      <Td numeric>{formatFixed(maeLog, 3)}</Td>
      <Td numeric>{formatFixed(crps, 4)}</Td>
    </>
  )
}
