/** PostgreSQL's text of a moment in UTC, to the microsecond. */
export function isTimestamp(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)\+00$/.exec(text)
  if (!match) return false
  const [, day = '', time = ''] = match
  const at = new Date(`${day}T${time.slice(0, 12)}Z`)
  // a day that no month has is carried over by some parsers: it must come back as it was written
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && !day.startsWith('0000')
}
