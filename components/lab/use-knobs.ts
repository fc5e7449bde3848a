'use client'

import { useEffect, useState } from 'react'
import { type Knob, type Knobs, writeKnobs } from './number-knobs'

/**
 * Figures that a reader sets; the address follows a moment after, so that it can be sent to someone else.
 * @param kept part of the query that is not a knob's and stays: "of=storage"
 */
export function useKnobs(knobs: readonly Knob[], start: Knobs, kept = '') {
  const [values, setValues] = useState(start)
  const query = writeKnobs(knobs, values, kept)
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = `${window.location.pathname}${query}${window.location.hash}`
      window.history.replaceState(window.history.state, '', address)
    }, 300)
    return () => clearTimeout(timer)
  }, [query])
  return {
    values,
    /** the address's query: "?of=storage&reach=3", or nothing */
    query,
    set: (key: string, value: number) => setValues((before) => ({ ...before, [key]: value })),
    setAll: (next: Knobs) => setValues(next),
    reset: () => setValues(Object.fromEntries(knobs.map(({ key, initial }) => [key, initial]))),
  }
}
