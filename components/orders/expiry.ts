/** How long an order stands, in days. */
export const durations = [1, 7, 30, 90, 180] as const

/** When an order ends: so many days from its signature, or at a moment of one's own. */
export type Expiry = {
  days: number
  /** `2026-03-01T12:00` in UTC; empty while the days count */
  until: string
}

export const usualExpiry: Expiry = { days: 30, until: '' }

/** What was kept of an expiry, read with care. */
export function readExpiry(kept: unknown): Expiry {
  if (typeof kept !== 'object' || kept === null) return usualExpiry
  const { days, until } = kept as Record<string, unknown>
  return {
    days: durations.find((it) => it === days) ?? usualExpiry.days,
    until: typeof until === 'string' && momentOf(until) !== undefined ? until : '',
  }
}

/** The order's end in Unix seconds; undefined where the moment written is none. @param now milliseconds */
export function endOf({ days, until }: Expiry, now: number): number | undefined {
  return until === '' ? Math.floor(now / 1000) + days * 86_400 : momentOf(until)
}

/** Milliseconds → what a `datetime-local` control holds, in UTC. */
export function toControl(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16)
}

function momentOf(until: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(until)) return undefined
  const milliseconds = Date.parse(`${until}:00Z`)
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000
}
