'use client'

import { useEffect, useRef } from 'react'
import { type Change, listenForChanges } from './change-stream'

/** Calls back with what changed on the market, for as long as the component stands; see {@link listenForChanges}. */
export function useChanges(onChange: (change: Change) => void): void {
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => listenForChanges((change) => latest.current(change)), [])
}
