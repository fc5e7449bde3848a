'use client'

import { Button } from '@/components/ui'
import { KnobField } from './knob-field'
import type { Knob, Knobs } from './number-knobs'

/** The figures of an experiment in a column, and the way back to those at first. */
export function KnobForm({
  label,
  knobs,
  values,
  set,
  reset,
}: {
  label: string
  knobs: readonly Knob[]
  values: Knobs
  set: (key: string, value: number) => void
  reset: () => void
}) {
  return (
    <form className="space-y-4" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      {knobs.map((knob) => (
        <KnobField
          key={knob.key}
          knob={knob}
          value={values[knob.key]!}
          onChange={(value) => set(knob.key, value)}
        />
      ))}
      <Button size="sm" onClick={reset}>
        As at first
      </Button>
    </form>
  )
}
