import type { ValueScale } from '@/lib/market/value-scale'

/** Head of the value bars' column: the scale all its rows share, from a part of the median to a multiple of it. */
export function ScaleHead({ scale }: { scale: ValueScale }) {
  if (scale.kind !== 'ratio') return 'Value, P5 to P95'
  return (
    <span className="block">
      <span className="sr-only">
        Value, P5 to P95, on a scale of ratios from 1/{scale.span} of the median to {scale.span} times it
      </span>
      <span aria-hidden className="grid grid-cols-3">
        <span>1/{scale.span}</span>
        <span className="text-center">P50</span>
        <span className="text-right">{scale.span}×</span>
      </span>
    </span>
  )
}
