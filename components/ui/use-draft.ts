'use client'

import { useCallback, useEffect, useState } from 'react'

/**
 * A form's contents, kept in this browser while they are being written: they survive a reload, a sign-in and an error.
 *
 * @param name what the draft is of; another name is another draft
 * @param read turns what was kept into contents, or undefined when it does not fit any more
 * @returns contents, a setter of some of them, and what forgets the draft once it has served
 */
export function useDraft<contents extends object>(
  name: string,
  empty: contents,
  read: (kept: unknown) => contents | undefined,
): [contents, (change: Partial<contents>) => void, () => void] {
  const [draft, setDraft] = useState(empty)
  const key = `hotswap.draft.${name}`

  useEffect(() => {
    try {
      const kept = localStorage.getItem(key)
      const found = kept && read(JSON.parse(kept))
      if (found) setDraft(found)
    } catch {
      // no draft then
    }
  }, [key])

  const change = useCallback(
    (part: Partial<contents>) =>
      setDraft((before) => {
        const after = { ...before, ...part }
        try {
          localStorage.setItem(key, JSON.stringify(after))
        } catch {
          // kept in the page alone
        }
        return after
      }),
    [key],
  )

  const forget = useCallback(() => {
    try {
      localStorage.removeItem(key)
    } catch {
      // nothing was kept
    }
  }, [key])

  return [draft, change, forget]
}
