'use client'

import { useSyncExternalStore } from 'react'

/** What became of a shown position after its page was read. */
export type LiveNews = { standing: 'sold' | 'withdrawn' | 'priced'; price?: string }

let news: ReadonlyMap<number, LiveNews> = new Map()
const listeners = new Set<() => void>()

/** Marks shown rows: whoever shows them hears of it, the rows themselves stay where they are. */
export function setNews(next: ReadonlyMap<number, LiveNews>): void {
  news = next
  for (const listener of listeners) listener()
}

export function useNews(positionId: number): LiveNews | undefined {
  return useSyncExternalStore(
    subscribe,
    () => news.get(positionId),
    () => undefined,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
