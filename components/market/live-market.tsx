'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { type LiveNews, setNews } from './live-store'
import { useChanges } from './use-changes'

export type ShownRow = { id: number; listing: string | undefined }

/** What the server answers: see `readMarketChanges`. */
type Answer = { shown: ({ id: number } & LiveNews)[]; fresh: number[] }

/** Most positions asked about at once. */
const MOST = 100
/** Milliseconds that changes are gathered. */
const GATHER = 150

/**
 * Keeps a page of the market true while it is looked at: what was sold or changed is marked in its row at once, and
 * what came is offered as a number to press, so that no row moves under a reader's hand. Key it by what is shown.
 */
export function LiveMarket({
  search,
  shown,
  since,
}: {
  /** the view, as in its URL */
  search: string
  shown: readonly ShownRow[]
  /** when what is shown was read, by the server's clock */
  since: string
}) {
  const router = useRouter()
  const [fresh, setFresh] = useState<number>(0)
  const [isPending, start] = useTransition()
  const touched = useRef(new Set<number>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    setNews(new Map())
    return () => clearTimeout(timer.current)
  }, [])

  useChanges(({ positions, partial }) => {
    for (const id of partial ? shown.map((row) => row.id) : positions) touched.current.add(id)
    if (touched.current.size === 0) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void ask(), GATHER)
  })

  async function ask() {
    const ids = [...touched.current]
    const mine = shown.filter(({ id }) => touched.current.has(id))
    const others = ids.filter((id) => !mine.some((row) => row.id === id)).slice(mine.length - MOST)
    const params = new URLSearchParams(search)
    params.set('shown', mine.map(({ id, listing = '' }) => `${id}.${listing}`).join())
    params.set('others', others.join())
    params.set('since', since)
    try {
      const response = await fetch(`/api/market/changes?${params}`)
      if (!response.ok) return
      const answer: Answer = await response.json()
      setNews(new Map(answer.shown.map(({ id, ...news }) => [id, news])))
      setFresh(answer.fresh.length)
    } catch {
      // away: the next change asks again
    }
  }

  if (fresh === 0) return null
  return (
    <Button size="sm" variant="primary" pending={isPending} onClick={() => start(() => router.refresh())}>
      {fresh} new
    </Button>
  )
}
