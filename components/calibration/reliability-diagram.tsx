import { AsTable, Table, Td, Th, Tr } from '@/components/ui'
import { formatPercent } from '@/lib/core/format'
import type { Reliability } from '@/lib/valuation/forecast/calibration-report'

const LEFT = 44
const BOTTOM = 36
const SIZE = 320
const ticks = [0, 0.25, 0.5, 0.75, 1]
/** Told apart by dash and marker, not by colour. */
const dashes = ['', '6 3', '2 3']
const markers = ['M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0', 'M-3-3h6v6h-6z', 'M0-4 4 3h-8z']

/** At each stated probability, how often the outcome was at or below its quantile. Drawn on the server. */
export function ReliabilityDiagram({ reliability }: { reliability: readonly Reliability[] }) {
  const x = (share: number) => LEFT + share * SIZE
  const y = (share: number) => 8 + (1 - share) * SIZE
  return (
    <figure>
      <svg
        role="img"
        aria-label="Share of outcomes at or below each stated quantile, by horizon"
        viewBox={`0 0 ${LEFT + SIZE + 12} ${SIZE + BOTTOM + 12}`}
        className="w-full max-w-md text-ink"
      >
        <title>Share of outcomes at or below each stated quantile, by horizon</title>
        {ticks.map((tick) => (
          <g key={tick} className="fill-muted text-[11px]">
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="stroke-rule" />
            <text x={x(0) - 6} y={y(tick) + 4} textAnchor="end">
              {formatPercent(tick * 100)}
            </text>
            <text x={x(tick)} y={y(0) + 16} textAnchor="middle">
              {formatPercent(tick * 100)}
            </text>
          </g>
        ))}
        <text x={x(0.5)} y={y(0) + 34} textAnchor="middle" className="fill-muted text-[11px]">
          stated probability
        </text>
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="stroke-control" strokeDasharray="1 3" />
        {reliability.map(({ months, points }, index) => (
          <g key={months} className="fill-none stroke-current">
            <path
              strokeWidth="1.25"
              strokeDasharray={dashes[index]}
              d={points
                .map(({ stated, happened }, at) => `${at === 0 ? 'M' : 'L'}${x(stated)} ${y(happened)}`)
                .join('')}
            />
            {points.map(({ stated, happened }) => (
              <path
                key={stated}
                d={markers[index]}
                transform={`translate(${x(stated)} ${y(happened)})`}
                className="fill-paper"
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
        {reliability.map(({ months }, index) => (
          <span key={months} className="inline-flex items-center gap-2">
            <svg aria-hidden viewBox="-16 -6 32 12" className="h-3 w-8 fill-none stroke-current text-ink">
              <path d="M-16 0H16" strokeDasharray={dashes[index]} />
              <path d={markers[index]} className="fill-paper" />
            </svg>
            {months} {months === 1 ? 'month' : 'months'} ahead
          </span>
        ))}
        <span>Vertical: share of outcomes at or below.</span>
      </figcaption>
      <AsTable>
        <Table still caption="Stated probabilities and what happened">
          <thead>
            <tr>
              <Th numeric>Stated</Th>
              {reliability.map(({ months }) => (
                <Th key={months} numeric>
                  {months} {months === 1 ? 'month' : 'months'}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reliability[0]?.points.map(({ stated }, row) => (
              <Tr key={stated}>
                <Td numeric>{formatPercent(stated * 100)}</Td>
                {reliability.map(({ months, points }) => (
                  <Td key={months} numeric>
                    {formatPercent((points[row]?.happened ?? 0) * 100, 1)}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </AsTable>
    </figure>
  )
}
