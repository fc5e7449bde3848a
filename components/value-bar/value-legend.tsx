import { classNames } from '@/components/ui/class-names'

/** How to read a value bar, in one line with its parts drawn. */
export function ValueLegend({
  mean,
  className,
}: {
  /** the large bar marks the mean too */
  mean?: boolean
  className?: string
}) {
  return (
    <p className={classNames('flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted', className)}>
      <span className="inline-flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 24 12" className="h-3 w-6 stroke-ink" strokeWidth="1.25">
          <path d="M1 6h22M1 3v6M23 3v6" className="fill-none" />
        </svg>
        value, P5 to P95
      </span>
      <span className="inline-flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 4 14" className="h-3.5 w-1 stroke-ink" strokeWidth="2">
          <path d="M2 0v14" />
        </svg>
        median, P50
      </span>
      {mean && (
        <span className="inline-flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 12 11" className="h-2.5 w-3 fill-paper stroke-ink" strokeWidth="1.25">
            <path d="M6 1l5 9H1Z" />
          </svg>
          value, the mean
        </span>
      )}
      <span className="inline-flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 10 10" className="size-2.5 fill-signal">
          <circle cx="5" cy="5" r="4.25" />
        </svg>
        price
      </span>
    </p>
  )
}
