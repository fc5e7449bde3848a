import { setTimeout as sleep } from 'node:timers/promises'

export type Answered<value> = { ok: true; value: value } | { ok: false }

/** What a part answers within some milliseconds; not ok where it fails or takes longer. */
export async function within<value>(
  milliseconds: number,
  ask: () => Promise<value>,
): Promise<Answered<value>> {
  const ended = new AbortController()
  const late = sleep(milliseconds, { ok: false as const }, { signal: ended.signal, ref: false })
  const answer = ask().then(
    (value) => ({ ok: true as const, value }),
    () => ({ ok: false as const }),
  )
  try {
    return await Promise.race([answer, late])
  } finally {
    ended.abort()
    late.catch(() => {})
  }
}
