import type { Measurement } from './sign-report'
import { epochOf } from './sign-report'

/**
 * What to report when an hour has ended since `since`, and from when to count on. Only seconds the agent really ran
 * count: an hour in which the machine fell asleep counts as none, and the present one counts from now.
 *
 * @returns undefined while the hour is still going
 */
export function hourEnded(
  since: Date,
  now: Date,
): { measured: Pick<Measurement, 'epoch' | 'uptime'>; since: Date } | undefined {
  const epoch = epochOf(since)
  if (epochOf(now) <= epoch) return undefined
  const end = new Date((Number(epoch) + 1) * 3_600_000)
  const slept = epochOf(now) > epochOf(end)
  const uptime = slept ? 0 : Math.floor((end.getTime() - since.getTime()) / 1000)
  return { measured: { epoch, uptime }, since: slept ? now : end }
}
