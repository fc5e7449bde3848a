'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Receipt } from '@/lib/valuation/engine/receipt'
import type { Revaluation } from '@/lib/valuation/engine/revalue'
import type { WhatIf } from '@/lib/valuation/engine/what-if'
import type { Answer, Findings, Question } from './messages'

export type Otherwise = { result: Revaluation; time: number }

/**
 * A worker that recomputes a receipt as soon as this is mounted, and answers what-ifs: the newest alone, so that a slider
 * never waits for where it was.
 */
export function useValuation(given: Receipt, price: number | undefined) {
  // a page that is read again hands in an equal receipt: only another one starts anew
  const text = JSON.stringify(given)
  const receipt = useMemo<Receipt>(() => JSON.parse(text), [text])
  const worker = useRef<Worker>(undefined)
  const waiting = useRef<{ asked: WhatIf | undefined; isBusy: boolean }>({ asked: undefined, isBusy: false })
  const [progress, setProgress] = useState<number>()
  const [findings, setFindings] = useState<Findings>()
  const [otherwise, setOtherwise] = useState<Otherwise>()
  const [failure, setFailure] = useState<string>()

  const send = useCallback((question: Question) => worker.current?.postMessage(question), [])

  const sendNext = useCallback(() => {
    const { asked, isBusy } = waiting.current
    if (isBusy || !asked) return
    waiting.current = { asked: undefined, isBusy: true }
    send({ ask: 'whatIf', changes: asked })
  }, [send])

  const recompute = useCallback(() => {
    setFailure(undefined)
    setProgress(0)
    send({ ask: 'recompute', receipt, price })
  }, [send, receipt, price])

  useEffect(() => {
    const thread = new Worker(new URL('./valuation-worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    waiting.current = { asked: undefined, isBusy: false }
    thread.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.tell === 'progress') return setProgress(data.share)
      if (data.tell === 'found') {
        setFindings(data.findings)
        return setProgress(undefined)
      }
      waiting.current.isBusy = false
      if (data.tell === 'failed') {
        setFailure(data.message)
        setProgress(undefined)
      } else setOtherwise({ result: data.result, time: data.time })
      sendNext()
    }
    thread.onerror = () => {
      setFailure('This browser could not run the model.')
      setProgress(undefined)
    }
    recompute()
    return () => thread.terminate()
  }, [recompute, sendNext])

  const askOtherwise = useCallback(
    (changes: WhatIf) => {
      waiting.current.asked = changes
      sendNext()
    },
    [sendNext],
  )

  return { progress, findings, otherwise, failure, recompute, askOtherwise }
}
