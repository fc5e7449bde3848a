import type { Funding } from './sale'

/** How a sum reached an account from one source. */
export type Traced = { amountUsd: number; hops: number }

export type TraceRules = {
  /** transfers in a row that are followed, at most */
  hops: number
  /** accounts that pay everybody: money is not followed through them */
  publicSources: ReadonlySet<string>
  /** senders of one account that are followed, the largest first: more is dust */
  senders: number
}

export type FundingIndex = ReadonlyMap<string, readonly Funding[]>

/** Transfers by who received them, oldest first. */
export function indexFunding(funding: readonly Funding[]): FundingIndex {
  const received = new Map<string, Funding[]>()
  for (const one of [...funding].sort((a, b) => a.time - b.time)) {
    const own = received.get(one.to)
    if (own) own.push(one)
    else received.set(one.to, [one])
  }
  return received
}

/**
 * Where the money that an account received between two times came from, up to some transfers back. A sum passed on
 * counts for no more than what had come in before it was passed on, so that money split over many wallets and put
 * together again adds up, and a wallet's own money does not. An upper bound where one sum was passed on twice.
 *
 * @returns sources with what of their money arrived, nearest path first
 */
export function traceFunding(
  received: FundingIndex,
  account: string,
  from: number,
  to: number,
  rules: TraceRules,
): Map<string, Traced> {
  const found = new Map<string, Traced>()
  const follow = (at: string, until: number, most: number, hops: number, seen: ReadonlySet<string>) => {
    const bySender = new Map<string, { amount: number; last: number }>()
    for (const { from: sender, amountUsd, time } of received.get(at) ?? []) {
      if (time < from || time > until || sender === at || seen.has(sender)) continue
      const sum = bySender.get(sender) ?? { amount: 0, last: time }
      bySender.set(sender, { amount: sum.amount + amountUsd, last: Math.max(sum.last, time) })
    }
    const largest = [...bySender].sort(([, a], [, b]) => b.amount - a.amount).slice(0, rules.senders)
    for (const [sender, { amount, last }] of largest) {
      const arrived = Math.min(amount, most)
      const before = found.get(sender)
      found.set(sender, {
        amountUsd: (before?.amountUsd ?? 0) + arrived,
        hops: Math.min(before?.hops ?? hops, hops),
      })
      if (hops < rules.hops && !rules.publicSources.has(sender))
        follow(sender, last, arrived, hops + 1, new Set([...seen, at]))
    }
  }
  follow(account, to, Number.POSITIVE_INFINITY, 1, new Set())
  return found
}
