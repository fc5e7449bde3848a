import type { Address } from 'viem'
import { SourceAnswerError } from '../errors'
import { isNobody, type Transfer } from './decode-transfer'

/** What a contract's transfers add up to at the end of a day. */
export type DayEnd = { day: string; supply: bigint; holders: number; transfers: number }

/** Where the count stands. */
export type Standing = { supply: bigint; holders: number; balances: Map<Address, bigint> }

/**
 * Follows transfers, day by day, from a standing whose `balances` hold every account that the transfers touch (absent:
 * nothing). Changes the standing.
 * @param blocks ascending, each with its UTC day (YYYY-MM-DD) and its transfers in log order
 * @param open the day that has begun, and its transfers so far; undefined before the first block
 * @returns the days that ended in these blocks, quiet ones too, and the day that is open now
 * @throws SourceAnswerError when someone sends what they do not have: the contract is not of that standard
 */
export function followBalances(
  standing: Standing,
  blocks: readonly { day: string; transfers: readonly Transfer[] }[],
  open: { day: string; transfers: number } | undefined,
): { ended: DayEnd[]; open: { day: string; transfers: number } | undefined } {
  const ended: DayEnd[] = []
  let now = open
  for (const { day, transfers } of blocks) {
    now ??= { day, transfers: 0 }
    while (now.day < day) {
      ended.push({ ...now, supply: standing.supply, holders: standing.holders })
      now = { day: dayAfter(now.day), transfers: 0 }
    }
    for (const transfer of transfers) move(standing, transfer)
    now = { day: now.day, transfers: now.transfers + transfers.length }
  }
  return { ended, open: now }
}

function move(standing: Standing, { block, from, to, amount }: Transfer): void {
  const add = (account: Address, change: bigint) => {
    const before = standing.balances.get(account) ?? 0n
    const after = before + change
    if (after < 0n) throw new SourceAnswerError(`${account} sent more than it had in block ${block}.`)
    standing.balances.set(account, after)
    standing.holders += Number(after > 0n) - Number(before > 0n)
  }
  if (isNobody(from)) standing.supply += amount
  else add(from, -amount)
  if (isNobody(to)) standing.supply -= amount
  else add(to, amount)
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
