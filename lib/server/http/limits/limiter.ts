import { type Bucket, type Rate, type Taken, takeTokens } from './token-bucket'

/** Clients whose buckets are kept at once; the one that asked longest ago goes first, and is then as one not seen before. */
const MOST_CLIENTS = 50_000

export type Limiter = { rate: Rate; take(client: string, cost: number, now: number): Taken }

/** Buckets of the clients of this process, in its memory: N processes allow N times as much. */
export function createLimiter(rate: Rate, mostClients = MOST_CLIENTS): Limiter {
  const buckets = new Map<string, Bucket>()
  return {
    rate,
    take(client, cost, now) {
      const taken = takeTokens(buckets.get(client), Math.min(cost, rate.burst), now, rate)
      // last in the map is who asked last
      buckets.delete(client)
      buckets.set(client, taken.bucket)
      if (buckets.size > mostClients)
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest)
          break
        }
      return taken
    },
  }
}
