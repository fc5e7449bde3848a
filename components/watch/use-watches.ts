'use client'

import { useSyncExternalStore } from 'react'
import type { KeptWatches } from './parse-watches'
import { watchStore } from './watch-store'

/** What this browser knows of what is watched. */
export function useWatches(): KeptWatches {
  return useSyncExternalStore(watchStore.subscribe, watchStore.get, watchStore.getOnServer)
}
