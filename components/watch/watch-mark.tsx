import { Eye } from './eye'

/**
 * The eye of a row: a plain button without a script of its own. One `WatchRows` beside them answers them all.
 */
export function WatchMark({
  positionId,
  name,
  className = '',
}: {
  positionId: number
  name: string
  className?: string
}) {
  return (
    <button
      type="button"
      data-watch={positionId}
      data-name={name}
      data-print="hide"
      aria-haspopup="dialog"
      aria-label={`Watch ${name}`}
      title="Watch"
      className={`inline-grid size-6 shrink-0 cursor-pointer place-items-center self-center rounded text-muted hover:text-signal-text aria-pressed:text-ink ${className}`}
    >
      <Eye />
    </button>
  )
}
