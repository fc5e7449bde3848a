'use client'

import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { formatPercent } from '@/lib/core/format'

const tick = { fill: 'var(--muted)', fontSize: 12 }

/** In which month cash in hand reaches the price, as a share of all holders. */
export function BreakEvenChart({ byMonth, label }: { byMonth: readonly number[]; label: string }) {
  const data = byMonth.map((share, index) => ({ month: index + 1, share: share * 100 }))
  return (
    <BarChart
      responsive
      data={data}
      title={label}
      barCategoryGap={1}
      margin={{ top: 8, right: 8, bottom: 18, left: 0 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid vertical={false} stroke="var(--rule)" />
      <XAxis
        dataKey="month"
        interval={5}
        tick={tick}
        tickLine={{ stroke: 'var(--control)' }}
        axisLine={{ stroke: 'var(--control)' }}
        label={{
          value: 'month after the purchase',
          position: 'insideBottom',
          offset: -14,
          fill: 'var(--muted)',
          fontSize: 12,
        }}
      />
      <YAxis
        width={56}
        tickCount={4}
        tickFormatter={(value: number) => formatPercent(Number(value.toPrecision(2)))}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--sunken)' }}
        content={({ active, payload }) => {
          const bar: { month: number; share: number } | undefined = payload?.[0]?.payload
          if (!active || !bar) return null
          return (
            <p className="border border-control bg-raised px-2 py-1 text-sm text-ink">
              month {bar.month} <span className="figures ml-1">{formatPercent(bar.share, 1)}</span>
            </p>
          )
        }}
      />
      <Bar dataKey="share" fill="var(--series-1)" isAnimationActive={false} />
    </BarChart>
  )
}
