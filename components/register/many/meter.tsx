import { formatCount } from '@/lib/core/format'

/** How much of something is done, as a figure and a bar. */
export function Meter({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <div>
      <div className="mb-1 flex items-baseline justify-between gap-4 text-sm">
        <span className="text-muted">{label}</span>
        <span className="figures">
          {formatCount(done)} of {formatCount(of)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={of}
        className="h-1.5 border border-control bg-sunken"
      >
        <div className="h-full bg-ink" style={{ width: `${of === 0 ? 0 : (100 * done) / of}%` }} />
      </div>
    </div>
  )
}
