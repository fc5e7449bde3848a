import { InvalidInputError } from '@/lib/core/errors'
import { readTyped, writeTyped } from '@/lib/core/locale/read-typed'
import { formatUnitsExact, parseUnitsExact } from '@/lib/core/money'
import type { WatchRules } from '@/lib/market/watch'

/** What a form of rules holds: a price as it was typed, and what is ticked. */
export type RulesForm = Omit<WatchRules, 'below'> & { below: string }

export function formOf({ below, ...kinds }: WatchRules): RulesForm {
  return { ...kinds, below: below === undefined ? '' : writeTyped(formatUnitsExact(below, 6)) }
}

/** Reads a form; a blank price is none. */
export function rulesOf({ below, ...kinds }: RulesForm): { rules: WatchRules } | { problem: string } {
  if (below.trim() === '') return { rules: { ...kinds, below: undefined } }
  try {
    const amount = parseUnitsExact(readTyped(below), 6)
    if (amount <= 0n) return { problem: 'A price is more than nothing.' }
    if (amount >= 1n << 63n) return { problem: 'No price is that high.' }
    return { rules: { ...kinds, below: amount } }
  } catch (error) {
    if (error instanceof InvalidInputError) return { problem: error.message }
    throw error
  }
}
