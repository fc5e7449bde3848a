import type { Address, Hex } from 'viem'
import { z } from 'zod'
import type { Outcome } from './transaction-state'

const hex = z.templateLiteral(['0x', z.string()])
const count = z.int().nonnegative()

const outcome = z.discriminatedUnion('step', [
  z.object({ step: z.literal('unanswered') }),
  z.object({ step: z.literal('sent'), hash: hex.optional(), unknownSince: count.optional() }),
  z.object({
    step: z.literal('mined'),
    hash: hex,
    blockNumber: count,
    spedUp: z.boolean(),
    again: z.boolean().optional(),
  }),
  z.object({
    step: z.literal('reorganised'),
    hash: hex,
    blockNumber: count,
    unknownSince: count.optional(),
  }),
  z.object({ step: z.literal('replaced'), hash: hex, by: hex.optional(), blockNumber: count.optional() }),
  z.object({
    step: z.literal('failed'),
    reason: z.string(),
    hash: hex.optional(),
    blockNumber: count.optional(),
  }),
])

const record = z.object({
  key: z.string(),
  title: z.string(),
  path: z.string(),
  hash: hex.optional(),
  bundle: z.string().optional(),
  sender: hex,
  to: hex,
  data: hex,
  nonce: count.optional(),
  sentAt: count,
  sentAtBlock: count,
  outcome,
  isTold: z.boolean(),
  isFinal: z.boolean(),
})

/** One thing a wallet was asked to send; enough to follow it after a reload, until it is final. */
export type TransactionRecord = {
  /** the intention, e.g. “buy:12”: one record an intention */
  key: string
  /** what it does, in words */
  title: string
  /** the page it was asked on */
  path: string
  /** as the wallet gave it; missing while the wallet has not answered, and for a bundle without a receipt */
  hash?: Hex
  /** id of a bundle of calls (EIP-5792) */
  bundle?: string
  /** whose nonce it takes: the account, or whoever sends for a contract wallet */
  sender: Address
  to: Address
  data: Hex
  /** undefined for a bundle: its wallet follows it */
  nonce?: number
  /** ms since 1970 */
  sentAt: number
  /** the head when it was sent: a replacement is looked for from here on */
  sentAtBlock: number
  outcome: Outcome
  /** the person has seen how it came out */
  isTold: boolean
  /** below the finality line: followed no longer */
  isFinal: boolean
}

/** What storage holds → records; what is none is left out. */
export function readRecords(text: string | null): TransactionRecord[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept.flatMap((it) => {
      const parsed = record.safeParse(it)
      return parsed.success ? [parsed.data as TransactionRecord] : []
    })
  } catch {
    return []
  }
}
