'use client'

import { useEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { SearchResult } from '@/lib/market/search-result'

/** What was found, each with its kind; the chosen one is kept in sight. */
export function ResultList({
  id,
  results,
  active,
  optionId,
  onPoint,
  onOpen,
}: {
  id: string
  results: readonly SearchResult[]
  active: SearchResult | undefined
  optionId: (index: number) => string
  onPoint: (index: number) => void
  onOpen: (result: SearchResult) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const index = active ? results.indexOf(active) : -1
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Found"
      tabIndex={-1}
      className="max-h-[50vh] overflow-y-auto"
    >
      {results.map((result, at) => (
        // keys go to the input, which names the chosen option
        <div
          key={`${result.kind} ${result.href}`}
          id={optionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={result === active}
          onPointerMove={() => onPoint(at)}
          onClick={() => onOpen(result)}
          onKeyDown={(event) => event.key === 'Enter' && onOpen(result)}
          className={classNames(
            'grid cursor-pointer grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-x-3 border-l-2 px-4 py-2',
            result === active ? 'border-signal bg-sunken' : 'border-transparent',
          )}
        >
          <span className="text-sm text-muted">{result.kind}</span>
          <span className="flex min-w-0 items-baseline gap-3">
            <span className="truncate">{result.title}</span>
            <span className="ml-auto shrink-0 text-sm text-muted">{result.detail}</span>
          </span>
        </div>
      ))}
    </div>
  )
}
