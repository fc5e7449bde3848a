/** A heartbeat's epoch is a UTC hour. */
export const EPOCH_MS = 3_600_000

/** How far a device's clock may run ahead of ours. */
export const MAX_AHEAD_MS = 2 * 60_000

/** How old the end of a reported hour may be: a device that was offline has two days to send what it kept. */
export const MAX_AGE_MS = 48 * EPOCH_MS

/** Start of an epoch. */
export function startOf(epoch: bigint): Date {
  return new Date(Number(epoch) * EPOCH_MS)
}

/** Whether an epoch can be reported now: `future` when it has not begun, `stale` when it ended too long ago. */
export function judgeEpoch(at: Date, now: Date): 'current' | 'future' | 'stale' {
  if (at.getTime() > now.getTime() + MAX_AHEAD_MS) return 'future'
  if (at.getTime() + EPOCH_MS < now.getTime() - MAX_AGE_MS) return 'stale'
  return 'current'
}
