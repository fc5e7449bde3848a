'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui'
import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import { type DesignRuns, isSameRun, readRun, runCsv, runDesigns, runJson } from './design-run'
import { download } from './download'
import type { Knobs } from './number-knobs'

const MOST_BYTES = 5_000_000

/** The run as a file, and a run from one. */
export function RunFiles({
  values,
  runs,
  steps,
  operators,
  onRead,
  onReset,
}: {
  values: Knobs
  runs: DesignRuns
  steps: readonly CostStep[]
  /** whose costs the run rests on */
  operators: string
  onRead: (values: Knobs) => void
  onReset: () => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<{ message: string; isWrong: boolean }>()
  const name = `designs-seed-${Math.round(values.seed!)}`

  async function read(file: File | undefined): Promise<void> {
    if (!file) return
    if (file.size > MOST_BYTES)
      return setTold({ message: 'The file is larger than any run: five million bytes.', isWrong: true })
    const found = readRun(await file.text())
    if (typeof found === 'string') return setTold({ message: found, isWrong: true })
    onRead(found.values)
    setTold(
      isSameRun(runDesigns(found.values, steps), found.prices)
        ? {
            message: `${file.name} is read, and its run comes out the same, price for price.`,
            isWrong: false,
          }
        : {
            message: `${file.name} is read, but its run comes out otherwise here: it was made on other operators’ costs, or changed.`,
            isWrong: true,
          },
    )
  }

  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      <Button
        size="sm"
        onClick={() => {
          setTold(undefined)
          onReset()
        }}
      >
        As at first
      </Button>
      <Button size="sm" onClick={() => download(`${name}.csv`, runCsv(values, runs))}>
        CSV
      </Button>
      <Button size="sm" onClick={() => download(`${name}.json`, runJson(values, runs, operators))}>
        JSON
      </Button>
      <Button size="sm" onClick={() => input.current?.click()}>
        Read a file
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.json,text/csv,application/json"
        aria-label="A run’s CSV or JSON"
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          void read(target.files?.[0])
          target.value = ''
        }}
      />
      <span
        role="status"
        className={told?.isWrong ? 'basis-full text-right text-loss' : 'basis-full text-right'}
      >
        {told && (
          <>
            <span aria-hidden>{told.isWrong ? '✕ ' : '✓ '}</span>
            {told.message}
          </>
        )}
      </span>
    </span>
  )
}
