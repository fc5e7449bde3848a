'use client'

import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCompact, formatCount, formatMonth, formatUsd } from '@/lib/core/format'
import { type ChartPoint, type ChartUnit, monthIndex, monthOfIndex, yearTicks } from './chart-point'

const tick = { fill: 'var(--muted)', fontSize: 12 }

/** A series by month. Unknown months are gaps; a known month between two gaps is a dot. */
export function HistoryChart({
  points,
  unit,
  label,
  log,
}: {
  points: readonly ChartPoint[]
  unit: ChartUnit
  /** what the chart shows, for a screen reader */
  label: string
  /** powers of ten evenly spaced; what is not above zero has no place then */
  log: boolean
}) {
  const data = points.map(({ month, value }) => ({
    x: monthIndex(month),
    value: log && value !== null && value <= 0 ? null : value,
  }))
  const first = data[0]?.x ?? 0
  const last = data.at(-1)?.x ?? 0
  const exact = (value: number) => (unit === 'usd' ? formatUsd(value) : formatCount(value))
  const axis = (value: number) => `${unit === 'usd' ? '$' : ''}${formatCompact(value)}`
  const stands = (index: number) => (data[index]?.value ?? null) !== null
  return (
    <LineChart
      responsive
      data={data}
      title={label}
      margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[first, last]}
        ticks={yearTicks(first, last, 7)}
        tickFormatter={(x: number) => axisMonth(monthOfIndex(x))}
        tick={tick}
        tickLine={{ stroke: 'var(--control)' }}
        axisLine={{ stroke: 'var(--control)' }}
      />
      <YAxis
        width={56}
        scale={log ? 'log' : 'linear'}
        domain={log ? ['auto', 'auto'] : [0, 'auto']}
        allowDataOverflow={false}
        tickCount={5}
        tickFormatter={axis}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--control)' }}
        content={({ active, payload }) => {
          const point: { x: number; value: number | null } | undefined = payload?.[0]?.payload
          if (!active || !point || point.value === null) return null
          return (
            <p className="border border-control bg-raised px-2 py-1 text-sm text-ink">
              {formatMonth(monthOfIndex(point.x))} <span className="figures ml-1">{exact(point.value)}</span>
            </p>
          )
        }}
      />
      <Line
        dataKey="value"
        type="linear"
        connectNulls={false}
        isAnimationActive={false}
        stroke="var(--series-1)"
        strokeWidth={1.5}
        activeDot={{ r: 4, fill: 'var(--signal)', stroke: 'var(--paper)' }}
        dot={({ cx, cy, index, key }) =>
          stands(index) && !stands(index - 1) && !stands(index + 1) ? (
            <circle key={key} cx={cx} cy={cy} r={2} fill="var(--series-1)" />
          ) : (
            <g key={key} />
          )
        }
      />
    </LineChart>
  )
}

/** A year at its turn, otherwise the month. */
function axisMonth(month: string): string {
  return month.endsWith('-01-01') ? month.slice(0, 4) : formatMonth(month)
}
