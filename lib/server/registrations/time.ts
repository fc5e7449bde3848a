/** How long a challenge and the claim it leads to are good. */
export const CHALLENGE_SECONDS = 24 * 3600

/** Unix seconds of a moment, rounded down. */
export function toSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}

/** The deadline of a challenge made now, on a whole second as the chain counts. */
export function deadlineFrom(now: Date): Date {
  return new Date((toSeconds(now) + CHALLENGE_SECONDS) * 1000)
}
