'use client'

import { useEffect, useState } from 'react'
import { type Knob, type Knobs, writeKnobs } from './number-knobs'

/**
 * Figures that a reader sets; the address follows a moment after, so that it can be sent to someone else.
 * @param kept part of the query that is not a knob's and stays: "of=storage"
 */
export function useKnobs(knobs: readonly Knob[], start: Knobs, kept = '') {
  const [values, setValues] = useState(start)
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = [kept, writeKnobs(knobs, values).slice(1)].filter(Boolean).join('&')
      const address = `${window.location.pathname}${query && `?${query}`}${window.location.hash}`
      window.history.replaceState(window.history.state, '', address)
    }, 300)
    return () => clearTimeout(timer)
  }, [knobs, values, kept])
  return {
    values,
    set: (key: string, value: number) => setValues((before) => ({ ...before, [key]: value })),
    setAll: (next: Knobs) => setValues(next),
    reset: () => setValues(Object.fromEntries(knobs.map(({ key, initial }) => [key, initial]))),
  }
}
