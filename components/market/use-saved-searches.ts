'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { readSavedSearches, type SavedSearch } from '@/lib/market/saved-search'

const KEY = 'hotswap.saved-searches'
const listeners = new Set<() => void>()
/** for a browser that keeps nothing */
let unkept: string | null = null

function read(): string | null {
  try {
    return localStorage.getItem(KEY) ?? unkept
  } catch {
    return unkept
  }
}

/** The views this browser keeps, in all its tabs, and what keeps others instead. */
export function useSavedSearches(): [saved: SavedSearch[], keep: (saved: readonly SavedSearch[]) => void] {
  const text = useSyncExternalStore(subscribe, read, () => null)
  const saved = useMemo(() => readSavedSearches(text), [text])
  return [saved, keep]
}

function keep(saved: readonly SavedSearch[]): void {
  const text = JSON.stringify(saved)
  try {
    localStorage.setItem(KEY, text)
  } catch {
    unkept = text
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
