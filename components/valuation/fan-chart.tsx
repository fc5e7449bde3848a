'use client'

import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { formatUsd, formatUsdCompact } from '@/lib/core/format'
import type { ValueAt } from '@/lib/valuation/engine/value-over-time'

const tick = { fill: 'var(--muted)', fontSize: 12 }
const line = { type: 'linear', dot: false, activeDot: false, isAnimationActive: false } as const

/** What is still to come, month by month: the band from P5 to P95, the median and the mean. */
export function FanChart({ fan, label }: { fan: readonly ValueAt[]; label: string }) {
  const data = fan.map((at) => ({ ...at, band: [at.p5, at.p95] }))
  const last = fan.at(-1)?.month ?? 0
  return (
    <ComposedChart
      responsive
      data={data}
      title={label}
      margin={{ top: 8, right: 8, bottom: 18, left: 0 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="month"
        type="number"
        domain={[0, last]}
        ticks={Array.from({ length: Math.floor(last / 6) + 1 }, (_, index) => index * 6)}
        tick={tick}
        tickLine={{ stroke: 'var(--control)' }}
        axisLine={{ stroke: 'var(--control)' }}
        label={{
          value: 'months from now',
          position: 'insideBottom',
          offset: -14,
          fill: 'var(--muted)',
          fontSize: 12,
        }}
      />
      <YAxis
        width={56}
        tickCount={5}
        tickFormatter={(value: number) => formatUsdCompact(value)}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--control)' }}
        content={({ active, payload }) => {
          const at: ValueAt | undefined = payload?.[0]?.payload
          if (!active || !at) return null
          return (
            <div className="border border-control bg-raised px-2 py-1 text-sm text-ink">
              <p>{at.month === 0 ? 'today' : `after ${at.month} months`}</p>
              <p className="figures">
                {formatUsd(at.p5)} – {formatUsd(at.p95)}
              </p>
              <p>
                median <span className="figures">{formatUsd(at.p50)}</span>, mean{' '}
                <span className="figures">{formatUsd(at.mean)}</span>
              </p>
            </div>
          )
        }}
      />
      <Area
        dataKey="band"
        stroke="var(--control)"
        strokeWidth={1}
        fill="var(--rule)"
        fillOpacity={0.6}
        {...line}
      />
      <Line dataKey="p50" stroke="var(--series-1)" strokeWidth={1.75} {...line} />
      <Line dataKey="mean" stroke="var(--series-1)" strokeWidth={1.25} strokeDasharray="4 3" {...line} />
    </ComposedChart>
  )
}
