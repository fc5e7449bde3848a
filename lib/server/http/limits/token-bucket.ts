/** How much a client may ask for: so many tokens at once, and so many more each second. */
export type Rate = { burst: number; perSecond: number }

/** A client's tokens, as they stood at a moment (in milliseconds). */
export type Bucket = { tokens: number; at: number }

export type Taken = {
  bucket: Bucket
  isAllowed: boolean
  /** whole tokens that are left */
  remaining: number
  /** whole seconds until what was refused can be had; where nothing was, until the bucket is full again */
  reset: number
}

/**
 * Takes tokens out of a bucket that fills at a steady rate. What is refused costs nothing. Pure.
 *
 * @param bucket undefined: a client not seen before, whose bucket is full
 * @param cost at most the burst
 */
export function takeTokens(
  bucket: Bucket | undefined,
  cost: number,
  now: number,
  { burst, perSecond }: Rate,
): Taken {
  const filled = bucket
    ? Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond)
    : burst
  const isAllowed = filled >= cost
  const tokens = isAllowed ? filled - cost : filled
  const missing = isAllowed ? burst - tokens : cost - tokens
  return {
    bucket: { tokens, at: Math.max(now, bucket?.at ?? now) },
    isAllowed,
    remaining: Math.floor(tokens),
    reset: Math.ceil(missing / perSecond),
  }
}
