import { formatInstant, formatInstantIso, formatRelative } from '@/lib/core/format'

/** What has more to tell takes the keyboard's focus, though nothing happens when it is pressed. */
const focusable = { tabIndex: 0 }

/**
 * A moment, relative to `now`, with the exact UTC time for machines, on hover, and on focus or touch for whoever has no
 * mouse. `now` is an argument so that the server and the browser write the same words.
 */
export function Time({
  at,
  now,
  exact,
}: {
  at: Date
  now: Date /** show the exact time itself */
  exact?: boolean
}) {
  if (exact)
    return (
      <time dateTime={at.toISOString()} title={formatInstantIso(at)} className="whitespace-nowrap">
        {formatInstant(at)}
      </time>
    )
  const instant = formatInstantIso(at)
  return (
    <time
      dateTime={at.toISOString()}
      title={instant}
      data-hint={instant}
      {...focusable}
      className="hint whitespace-nowrap"
    >
      {formatRelative(at, now)}
    </time>
  )
}
