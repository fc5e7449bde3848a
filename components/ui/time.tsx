import { formatInstant, formatRelative } from '@/lib/core/format'

/**
 * A moment, relative to `now`, with the exact UTC time on hover and for machines. `now` is an argument so that the
 * server and the browser write the same words.
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
  const instant = formatInstant(at)
  return (
    <time dateTime={at.toISOString()} title={instant} className="whitespace-nowrap">
      {exact ? instant : formatRelative(at, now)}
    </time>
  )
}
