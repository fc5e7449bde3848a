import { formatChange, formatCount, formatUsd } from '@/lib/core/format'
import type { MarketSort } from '@/lib/market/market-query'
import type { MarketRow } from '@/lib/market/market-row'
import { rowReturn } from '@/lib/market/row-figures'

/** Figures of a row that share a column: the one the market is sorted by, else the yield. */
export type MeasureName = 'yield' | 'days' | 'uptime'

export const measureNames: Record<MeasureName, { head: string; label: string; source: string }> = {
  yield: {
    head: 'Yield a year',
    label: 'yield a year',
    source: 'a year’s reward less running cost, steady at today’s level, over the price',
  },
  days: {
    head: 'Break-even',
    label: 'to break even',
    source: 'days until reward less running cost, steady at today’s level, has paid the price',
  },
  uptime: {
    head: 'Uptime',
    label: 'uptime',
    source: 'share of the last 60 complete days in service, by its own signed reports',
  },
}

export function measureOf(sort: MarketSort | undefined): MeasureName {
  return sort === 'days' || sort === 'uptime' ? sort : 'yield'
}

/**
 * One such figure; a dash where it is not known, and in the yield's place what a device loses which loses money.
 * @param bare where its name stands beside it at every width
 */
export function Measure({ row, name, bare }: { row: MarketRow; name: MeasureName; bare?: boolean }) {
  const { loss } = rowReturn(row)
  if (loss !== undefined && name !== 'uptime') return <Loss perMonth={loss} name={name} bare={bare} />
  const text = textOf(row, name)
  if (text === undefined) return <span className="text-muted">–</span>
  return (
    <span title={measureNames[name].source}>
      {text}
      {!bare && <span className="font-sans text-muted lg:hidden"> {measureNames[name].label}</span>}
    </span>
  )
}

function Loss({ perMonth, name, bare }: { perMonth: number; name: MeasureName; bare: boolean | undefined }) {
  const says = `running cost is ${formatUsd(perMonth)} a month above the reward, at today’s level`
  if (name === 'days' && bare)
    return (
      <span className="font-sans tracking-normal text-muted" title={says}>
        never
      </span>
    )
  return (
    <span className="text-muted" title={says}>
      <span className="font-sans tracking-normal">loses</span> {formatUsd(perMonth)}
      <span className="font-sans tracking-normal">
        <span className={bare ? 'sr-only' : 'lg:sr-only'}> a month</span>
        <span aria-hidden className={bare ? '' : 'max-lg:hidden'}>
          /mo
        </span>
      </span>
    </span>
  )
}

function textOf(row: MarketRow, name: MeasureName): string | undefined {
  if (name === 'uptime') return row.uptime === undefined ? undefined : share(row.uptime)
  const { yield: rate, days } = rowReturn(row)
  if (name === 'days') return days === undefined ? undefined : `${formatCount(Math.ceil(days))} d`
  return rate === undefined ? undefined : share(rate)
}

/** 0.9942 → "99.4%" */
function share(of: number): string {
  return formatChange(of).replace('+', '')
}
