'use client'

import { type KeyboardEvent, type PointerEvent, useState } from 'react'

/** A point of a chart in percent of its box, from the left and from below, with what it says. */
export type ReadMark = readonly [at: number, up: number, says: string]

/** Lies over a chart that is drawn already, and tells the figure nearest to the pointer, or the one arrow keys came to. */
export function ReadOff({
  name,
  marks,
}: {
  /** what the chart is of */
  name: string
  /** from left to right, at least one */
  marks: readonly ReadMark[]
}) {
  const [shown, setShown] = useState<number>()
  const last = marks.length - 1
  const mark = shown === undefined ? undefined : marks[shown]

  function point({ currentTarget, clientX }: PointerEvent<HTMLElement>) {
    const box = currentTarget.getBoundingClientRect()
    setShown(nearest(marks, ((clientX - box.left) / box.width) * 100))
  }

  function press(event: KeyboardEvent) {
    const at = shown ?? last
    const moves: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    if (next === undefined) return
    event.preventDefault()
    setShown(Math.min(Math.max(next, 0), last))
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={shown ?? last}
      aria-valuetext={marks[shown ?? last]?.[2]}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setShown(undefined)}
      onFocus={() => setShown((before) => before ?? last)}
      onBlur={() => setShown(undefined)}
      onKeyDown={press}
      className="absolute inset-0 touch-pan-y"
    >
      {mark && <Shown mark={mark} />}
    </div>
  )
}

/** The month's line, its dot, and what it says, inside the chart. */
function Shown({ mark: [at, up, says] }: { mark: ReadMark }) {
  return (
    <span aria-hidden className="pointer-events-none">
      <span className="absolute inset-y-0 w-px bg-control" style={{ left: `${at}%` }} />
      <span
        className="absolute size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full border-[1.5px] border-paper bg-signal"
        style={{ left: `${at}%`, bottom: `${up}%` }}
      />
      <span
        className="figures absolute z-10 border border-control bg-raised px-2 py-1 text-sm whitespace-pre text-ink"
        style={{
          left: `${at}%`,
          transform: `translateX(${at < 25 ? '0' : at > 75 ? '-100%' : '-50%'})`,
          ...(up > 60 ? { top: `calc(${100 - up}% + 0.75rem)` } : { bottom: `calc(${up}% + 0.75rem)` }),
        }}
      >
        {says}
      </span>
    </span>
  )
}

function nearest(marks: readonly ReadMark[], at: number): number {
  let best = 0
  for (const [index, mark] of marks.entries())
    if (Math.abs(mark[0] - at) < Math.abs((marks[best]?.[0] ?? 0) - at)) best = index
  return best
}
