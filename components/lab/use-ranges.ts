'use client'

import { useEffect, useRef, useState } from 'react'
import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import type { DesignAnswer, DesignQuestion, DesignRanges } from './design-messages'
import type { Knobs } from './number-knobs'

/**
 * Both designs over all seeds, from a worker of the browser. The last answer stays until the next is there.
 * @returns `of` are the figures that the ranges are of
 */
export function useRanges(
  values: Knobs,
  steps: readonly CostStep[],
): { answer: { of: Knobs; ranges: DesignRanges } | undefined; isBroken: boolean } {
  const [answer, setAnswer] = useState<{ of: Knobs; ranges: DesignRanges }>()
  const [isBroken, setBroken] = useState(false)
  const worker = useRef<Worker>(undefined)
  const asked = useRef<DesignQuestion>(undefined)

  useEffect(() => {
    const thread = new Worker(new URL('./design-worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    thread.onmessage = ({ data }: MessageEvent<DesignAnswer>) => {
      if (data.id === asked.current?.id) setAnswer({ of: asked.current.values, ranges: data.ranges })
    }
    thread.onerror = () => setBroken(true)
    return () => thread.terminate()
  }, [])

  useEffect(() => {
    const timer = setTimeout(() => {
      asked.current = { id: (asked.current?.id ?? 0) + 1, values, steps }
      worker.current?.postMessage(asked.current)
    }, 120)
    return () => clearTimeout(timer)
  }, [values, steps])

  return { answer, isBroken }
}
