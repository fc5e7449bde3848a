'use client'

import { useState } from 'react'
import { Button } from '@/components/ui'
import { ValueBar } from '@/components/value-bar'
import { formatChange, formatCount, formatUsd } from '@/lib/core/format'
import { toMoney, type UsdUnits } from '@/lib/core/money'
import type { WhatIf } from '@/lib/valuation/engine/what-if'
import type { Otherwise } from './use-valuation'

type Slider = {
  name: keyof WhatIf
  title: string
  min: number
  max: number
  step: number
  say: (value: number) => string
}

const factor = (value: number) => (value === 1 ? 'as it is' : formatChange(value - 1))

const slidersFor = (horizon: number): Slider[] => [
  { name: 'price', title: 'Token price', min: 0.1, max: 3, step: 0.05, say: factor },
  {
    name: 'growth',
    title: 'Growth of rewards, a year',
    min: -0.9,
    max: 0.9,
    step: 0.05,
    say: (value) =>
      value === 0 ? 'as it is' : `${value > 0 ? '+' : '−'}${formatCount(Math.abs(value * 100))} points`,
  },
  { name: 'uptime', title: 'Uptime', min: 0.2, max: 1.05, step: 0.05, say: factor },
  { name: 'cost', title: 'Running cost', min: 0, max: 3, step: 0.05, say: factor },
  {
    name: 'months',
    title: 'Holding period',
    min: Math.min(3, horizon),
    max: horizon,
    step: 1,
    say: (value) => `${value} months`,
  },
]

/** The value if things were otherwise, recomputed in this browser while a slider moves. */
export function WhatIfPanel({
  value,
  valued,
  horizon,
  price,
  otherwise,
  onAsk,
}: {
  /** USD, as valued */
  value: number
  /** the same in cents, with its interval */
  valued: { value: bigint; p5: bigint; p50: bigint; p95: bigint }
  horizon: number
  price: UsdUnits | undefined
  otherwise: Otherwise | undefined
  onAsk: (changes: WhatIf) => void
}) {
  const plain: WhatIf = { price: 1, growth: 0, uptime: 1, cost: 1, months: horizon }
  const [changes, setChanges] = useState(plain)
  const ask = (next: WhatIf) => {
    setChanges(next)
    onAsk(next)
  }
  const isPlain = slidersFor(horizon).every(({ name }) => changes[name] === plain[name])
  const result = otherwise?.result
  return (
    <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
      <div className="grid content-start gap-3">
        {slidersFor(horizon).map(({ name, title, say, ...range }) => (
          <label key={name} className="grid grid-cols-[1fr_auto] text-sm">
            <span className="text-muted">{title}</span>
            <span aria-hidden className="figures">
              {say(changes[name])}
            </span>
            <input
              type="range"
              {...range}
              value={changes[name]}
              aria-valuetext={say(changes[name])}
              onChange={({ target }) => ask({ ...changes, [name]: Number(target.value) })}
              className="col-span-2 min-h-6 w-full accent-signal"
            />
          </label>
        ))}
        <div>
          <Button size="sm" disabled={isPlain} onClick={() => ask(plain)}>
            As valued
          </Button>
        </div>
      </div>
      <div className="min-w-0" aria-live="polite" data-testid="what-if">
        <p className="text-sm text-muted">Value then</p>
        <p className="figures text-3xl">{formatUsd(result?.value ?? value)}</p>
        <p className="mb-4 min-h-5 text-sm text-muted">
          {result && !isPlain && (
            <>
              {formatUsd(result.value - value)} against {formatUsd(value)} as valued
              {value > 0 && <> ({formatChange(result.value / value - 1)})</>}; the change is known to ±{' '}
              {formatUsd(result.standardError)}
            </>
          )}
        </p>
        <ValueBar
          size="large"
          value={
            result
              ? {
                  value: toMoney(result.value),
                  p5: toMoney(result.p5),
                  p50: toMoney(result.p50),
                  p95: toMoney(result.p95),
                }
              : valued
          }
          price={price}
        />
        <p className="mt-3 text-xs text-muted">
          What the holder does, other devices’ entry and the random numbers stay as they are, so that the
          value moves by the change alone.
          {otherwise && <> Answered in {formatCount(otherwise.time)} ms.</>}
        </p>
      </div>
    </div>
  )
}
