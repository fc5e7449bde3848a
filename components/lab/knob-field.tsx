'use client'

import { useState } from 'react'
import { Field } from '@/components/ui'
import { InvalidInputError } from '@/lib/core/errors'
import { figureStyle } from '@/lib/core/locale/locale-source'
import { readTyped, writeTyped } from '@/lib/core/locale/read-typed'
import type { Knob } from './number-knobs'

/** One control: a figure to type, and the slider that moves it; a figure out of range is named and not taken. */
export function KnobField({
  knob,
  value,
  onChange,
}: {
  knob: Knob
  value: number
  onChange: (value: number) => void
}) {
  const { label, hint, unit, min, max, isShare } = knob
  const slider = sliderOf(knob, value)
  const scale = isShare ? 100 : 1
  const shown = tidy(value * scale)
  // what is typed stands as long as the figure it was typed at
  const [typing, setTyping] = useState<{ text: string; at: number }>()
  const typed = typing?.at === value ? typing.text : undefined
  const numberOf = (text: string) => typedNumber(text, max * scale) / scale
  const isWithin = (number: number) => number >= min && number <= max
  const wrong = typed !== undefined && !isWithin(numberOf(typed))
  return (
    <Field
      label={
        <>
          {label} <span className="text-xs">{isShare ? '%' : unit}</span>
        </>
      }
      hint={hint}
      error={wrong ? `From ${tidy(min * scale)} to ${tidy(max * scale)}.` : undefined}
    >
      {(control) => (
        <div className="flex items-center rounded border border-control bg-raised hover:border-ink has-aria-invalid:border-loss">
          <input
            type="range"
            aria-label={`${label}, slider`}
            {...slider.shown}
            aria-valuetext={`${shown}${isShare ? ' %' : unit ? ` ${unit}` : ''}`}
            onChange={({ target }) => {
              setTyping(undefined)
              onChange(slider.read(Number(target.value)))
            }}
            className="ml-2.5 min-h-6 min-w-0 grow accent-signal"
          />
          <input
            {...control}
            autoComplete="off"
            inputMode="decimal"
            className="figures min-h-10 w-24 shrink-0 rounded bg-transparent px-2.5 text-right text-lg text-ink sm:min-h-9 sm:text-base"
            value={typed ?? shown}
            onChange={({ target }) => {
              const next = numberOf(target.value)
              setTyping({ text: target.value, at: isWithin(next) ? next : value })
              if (isWithin(next)) onChange(next)
            }}
            // a wrong figure stays with its sentence: what follows must not move under the pointer
            onBlur={() => !wrong && setTyping(undefined)}
          />
        </div>
      )}
    </Field>
  )
}

/** A slider's own scale: the figure's, or its logarithm, whose lowest end is then the figure's least. */
function sliderOf({ min, max, step, isLog }: Knob, value: number) {
  if (!isLog) return { shown: { min, max, step, value }, read: (at: number) => at }
  const low = Math.log10(Math.max(min, max / 1e6))
  const at = value > 0 ? Math.max(low, Math.log10(value)) : low
  return {
    shown: { min: tidy(low), max: tidy(Math.log10(max)), step: 'any', value: tidy(at) },
    read: (moved: number) =>
      moved <= low ? min : Math.min(max, Math.max(min, Number((10 ** moved).toPrecision(2)))),
  }
}

/** Without the digits that binary fractions leave behind. */
const tidy = (value: number) => writeTyped(String(Number(value.toPrecision(10))))

/** Not a number where none is typed, or one that could be two. No figure below a thousand has separators. */
function typedNumber(text: string, most: number): number {
  const style = figureStyle()
  try {
    return Number(readTyped(text, most < 1_000 ? { ...style, group: '' } : style))
  } catch (error) {
    if (error instanceof InvalidInputError) return Number.NaN
    throw error
  }
}
