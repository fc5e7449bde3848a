'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

const AGAIN_MS = 800

/** Reads the page again until the public record has the block, one reading at a time; nothing while there is none to wait for. */
export function useReadUntil(block: number | undefined, head: number) {
  const router = useRouter()
  const [isReading, start] = useTransition()
  const isWaiting = block !== undefined && head < block
  useEffect(() => {
    if (!isWaiting || isReading) return
    const timer = setTimeout(() => start(() => router.refresh()), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isWaiting, isReading, router])
  return isWaiting
}
