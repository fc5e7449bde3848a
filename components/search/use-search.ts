'use client'

import { useEffect, useState } from 'react'
import type { SearchResult } from '@/lib/market/search-result'

/** Milliseconds that typing rests before it is asked. */
const REST = 120

export type Search = {
  results: readonly SearchResult[]
  /** how it stands, in words */
  said: string
}

const nothing: Search = {
  results: [],
  said: 'Arrows choose, Enter opens, Escape closes.',
}

/** Asks the server what stands under a text; answers to what was typed before are dropped. */
export function useSearch(text: string): Search {
  const [search, setSearch] = useState(nothing)
  const asked = text.trim()
  useEffect(() => {
    if (asked === '') return setSearch(nothing)
    const leaving = new AbortController()
    const timer = setTimeout(() => void ask(), REST)
    async function ask() {
      try {
        const response = await fetch(`/api/search?q=${encodeURIComponent(asked)}`, { signal: leaving.signal })
        const answer: { results?: SearchResult[]; detail?: string } = await response.json()
        setSearch({ results: answer.results ?? [], said: saidOf(answer.results, answer.detail) })
      } catch {
        if (!leaving.signal.aborted)
          setSearch({ results: [], said: 'The server cannot be reached. What you typed is kept; try again.' })
      }
    }
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [asked])
  return search
}

function saidOf(results: readonly SearchResult[] | undefined, refusal: string | undefined): string {
  if (!results) return refusal ?? 'The search was refused.'
  if (results.length === 0)
    return 'Nothing of that name. Try part of a name, a #number, or the first digits of an address, transaction or order.'
  return results.length === 1 ? '1 result' : `${results.length} results`
}
