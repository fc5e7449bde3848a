/** Length of an epoch in seconds: a UTC hour, as heartbeats have; a minute on the local chain, to be tried out. */
export const HOUR = 3600
export const LOCAL_EPOCH = 60

/** The last end of an epoch at or before a moment: Unix seconds, a multiple of the length. */
export function epochEndBefore(at: number, length: number): number {
  return Math.floor(at / length) * length
}
