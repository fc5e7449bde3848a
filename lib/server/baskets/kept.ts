const MOST_KEPT = 24

const answers = new WeakMap<object, Map<string, Promise<unknown>>>()

/**
 * The answer to a question that was asked a moment ago, or a new one: a page, its files and a reader who goes back ask the
 * same. A failure is not kept.
 *
 * @param holder whose answers these are
 * @param key all that the answer depends on
 */
export function kept<answer>(holder: object, key: string, ask: () => Promise<answer>): Promise<answer> {
  const own = answers.get(holder) ?? new Map<string, Promise<unknown>>()
  answers.set(holder, own)
  const known = own.get(key) as Promise<answer> | undefined
  if (known) return known
  const asked = ask()
  own.set(key, asked)
  asked.catch(() => own.delete(key))
  const oldest = own.keys().next().value
  if (own.size > MOST_KEPT && oldest !== undefined) own.delete(oldest)
  return asked
}
