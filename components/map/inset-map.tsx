import { formatCount } from '@/lib/core/format'
import { INSET } from '@/lib/market/cell-map'

/** A square map about a cell, with a bar that says its scale. */
export function InsetMap({
  cell,
  part,
  kilometres,
  label,
}: {
  cell: string
  part: 'region' | 'near'
  /** what the map's width spans */
  kilometres: number
  /** what the map shows, for a screen reader */
  label: string
}) {
  const file = `/map/cells/${cell}`
  const bar = roundBelow(kilometres / 3)
  const length = (bar / kilometres) * INSET
  const isNear = part === 'near'
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${INSET} ${INSET}`}
      className="block aspect-square w-full border border-rule"
    >
      <use href={`${file}#${part}-land`} className="fill-rule stroke-none" fillOpacity={isNear ? 0.45 : 1} />
      <use href={`${file}#${part}-borders`} className="fill-none stroke-paper" strokeWidth="1.5" />
      {isNear ? (
        <>
          <use href={`${file}#near-neighbours`} className="fill-none stroke-control" strokeWidth="0.75" />
          <use href={`${file}#near-cell`} className="fill-raised stroke-ink" strokeWidth="3" />
        </>
      ) : (
        <>
          <use href={`${file}#region-cell`} className="fill-ink stroke-ink" strokeWidth="2" />
          <circle cx={INSET / 2} cy={INSET / 2} r="16" className="fill-none stroke-ink" strokeWidth="1.5" />
        </>
      )}
      <path
        d={`M12 ${INSET - 18}v6h${length.toFixed(1)}v-6`}
        className="fill-none stroke-ink"
        strokeWidth="1.5"
      />
      <text x={18 + length} y={INSET - 10} className="fill-ink text-[18px]">
        {formatCount(bar)} km
      </text>
    </svg>
  )
}

/** 1, 2 or 5 times a power of ten, not above a figure. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([5, 2].find((step) => step * power <= value) ?? 1) * power
}
