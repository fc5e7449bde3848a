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
      {low < from && <path d="M6 6 0 10 6 14" className="fill-none stroke-ink" />}
      {high > to && (
        <svg x="100%" className="overflow-visible">
          <path d="M-6 6 0 10 -6 14" className="fill-none stroke-ink" />
        </svg>
      )}
      <circle cx={x(at)} cy="10" r="3" className="fill-ink" />
    </svg>
  )
}
