'use client'

import { useEffect, useState } from 'react'
import { type Knob, type Knobs, writeKnobs } from './number-knobs'

/** Figures that a reader sets; the address follows a moment after, so that it can be sent to someone else. */
export function useKnobs(knobs: readonly Knob[], start: Knobs) {
  const [values, setValues] = useState(start)
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = `${window.location.pathname}${writeKnobs(knobs, values)}${window.location.hash}`
      window.history.replaceState(window.history.state, '', address)
    }, 300)
    return () => clearTimeout(timer)
  }, [knobs, values])
  return {
    values,
    set: (key: string, value: number) => setValues((before) => ({ ...before, [key]: value })),
    reset: () => setValues(Object.fromEntries(knobs.map(({ key, initial }) => [key, initial]))),
  }
}
