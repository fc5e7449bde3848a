import { formatFixed } from '@/lib/core/format'

/** An interval on a fixed axis with ticks at 0, 1 and 2: where an exponent lies among the named laws. */
export function ExponentWhisker({ low, at, high }: { low: number; at: number; high: number }) {
  const [from, to] = [-1, 3]
  const x = (value: number) => `${((Math.min(to, Math.max(from, value)) - from) / (to - from)) * 100}%`
  const label = `${formatFixed(at, 2)}, between ${formatFixed(low, 2)} and ${formatFixed(high, 2)}`
  return (
    <svg role="img" aria-label={label} className="block h-5 w-full min-w-32 overflow-visible">
      <title>{label}</title>
      {[0, 1, 2].map((tick) => (
        <line key={tick} x1={x(tick)} x2={x(tick)} y1="2" y2="18" className="stroke-rule" />
      ))}
      <line x1={x(low)} x2={x(high)} y1="10" y2="10" className="stroke-ink" strokeWidth="1.5" />
      {low < from && (
        <text x="0" y="14" className="fill-ink text-base">
          ‹
        </text>
      )}
      {high > to && (
        <text x="100%" y="14" textAnchor="end" className="fill-ink text-base">
          ›
        </text>
      )}
      <circle cx={x(at)} cy="10" r="3" className="fill-ink" />
    </svg>
  )
}
