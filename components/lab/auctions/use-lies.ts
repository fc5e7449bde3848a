'use client'

import { useEffect, useRef, useState } from 'react'
import type { Side } from '@/lib/mechanism/auctions/deviations'
import type { SealedBook } from '@/lib/mechanism/auctions/sealed-book'
import type { LieAnswer, LieQuestion, Lies } from './lie-messages'

/** What an order's lies would gain, from a worker of the browser; the last answer stays until the next is there. */
export function useLies(
  book: SealedBook | undefined,
  side: Side,
  order: string | undefined,
  reserveCents: number,
): { lies: Lies | undefined; isBroken: boolean } {
  const [lies, setLies] = useState<Lies>()
  const [isBroken, setBroken] = useState(false)
  const worker = useRef<Worker>(undefined)
  const asked = useRef(0)

  useEffect(() => {
    const thread = new Worker(new URL('./lie-worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    thread.onmessage = ({ data }: MessageEvent<LieAnswer>) => {
      if (data.id === asked.current) setLies(data.lies)
    }
    thread.onerror = () => setBroken(true)
    return () => thread.terminate()
  }, [])

  useEffect(() => {
    if (!book || !order) return
    const timer = setTimeout(() => {
      asked.current += 1
      const question: LieQuestion = { id: asked.current, book, side, order, reserveCents }
      worker.current?.postMessage(question)
    }, 150)
    return () => clearTimeout(timer)
  }, [book, side, order, reserveCents])

  return { lies: book && order ? lies : undefined, isBroken }
}
