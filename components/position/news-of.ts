/** The kinds of entries that a reader of a position is told by name, the weightiest first. */
const sentences: readonly (readonly [kind: string, sentence: string])[] = [
  ['order_filled', 'It was sold a moment ago.'],
  ['transferred', 'It has another owner since a moment ago.'],
  ['listed', 'It was listed a moment ago.'],
  ['offered', 'Somebody made an offer for it.'],
  ['order_cancelled', 'An order on it was cancelled.'],
  ['counter_moved', 'Orders on it were cancelled.'],
  ['reassigned', 'Its device was moved to another network.'],
]

/** What happened to a position, in one sentence. @param kinds kinds of ledger entries */
export function newsOf(kinds: readonly string[]): string {
  return sentences.find(([kind]) => kinds.includes(kind))?.[1] ?? 'Something changed here a moment ago.'
}
