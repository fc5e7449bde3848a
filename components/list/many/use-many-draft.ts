'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Expiry, readExpiry, usualExpiry } from '@/components/orders/expiry'

/** What is written on the page of many listings; kept in this browser until it has served. */
export type ManyDraft = {
  /** as written, by position */
  prices: Readonly<Record<number, string>>
  chosen: ReadonlySet<number>
  expiry: Expiry
}

const empty: ManyDraft = { prices: {}, chosen: new Set(), expiry: usualExpiry }

/** @param owner another owner is another draft */
export function useManyDraft(owner: string) {
  const name = `hotswap.draft.list-many.${owner}`
  const [draft, setDraft] = useState(empty)

  useEffect(() => {
    try {
      const kept = localStorage.getItem(name)
      setDraft(kept ? read(JSON.parse(kept)) : empty)
    } catch {
      setDraft(empty)
    }
  }, [name])

  const update = useCallback(
    (step: (before: ManyDraft) => ManyDraft) =>
      setDraft((before) => {
        const after = step(before)
        try {
          localStorage.setItem(name, JSON.stringify({ ...after, chosen: [...after.chosen] }))
        } catch {
          // kept in the page alone
        }
        return after
      }),
    [name],
  )

  const setPrice = useCallback(
    (positionId: number, price: string) =>
      update((before) => ({
        ...before,
        prices: { ...before.prices, [positionId]: price },
        chosen: price === '' ? before.chosen : new Set([...before.chosen, positionId]),
      })),
    [update],
  )

  const choose = useCallback(
    (positionIds: readonly number[], isChosen: boolean) =>
      update((before) => {
        const chosen = new Set(before.chosen)
        for (const id of positionIds)
          if (isChosen) chosen.add(id)
          else chosen.delete(id)
        return { ...before, chosen }
      }),
    [update],
  )

  const setPrices = useCallback(
    (prices: Readonly<Record<number, string>>) =>
      update((before) => ({ ...before, prices: { ...before.prices, ...prices } })),
    [update],
  )

  const setExpiry = useCallback((expiry: Expiry) => update((before) => ({ ...before, expiry })), [update])

  /** What is listed is chosen no more, and its price has served. */
  const done = useCallback(
    (positionIds: readonly number[]) =>
      update((before) => {
        const gone = new Set(positionIds)
        return {
          ...before,
          chosen: new Set([...before.chosen].filter((id) => !gone.has(id))),
          prices: Object.fromEntries(Object.entries(before.prices).filter(([id]) => !gone.has(Number(id)))),
        }
      }),
    [update],
  )

  return { draft, setPrice, setPrices, choose, setExpiry, done }
}

function read(kept: unknown): ManyDraft {
  if (typeof kept !== 'object' || kept === null) return empty
  const { prices, chosen, expiry } = kept as Record<string, unknown>
  const written = typeof prices === 'object' && prices !== null ? Object.entries(prices) : []
  return {
    prices: Object.fromEntries(
      written.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    chosen: new Set(Array.isArray(chosen) ? chosen.filter((id) => Number.isSafeInteger(id)) : []),
    expiry: readExpiry(expiry),
  }
}
