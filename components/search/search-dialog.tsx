'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SearchResult } from '@/lib/market/search-result'
import { ResultList } from './result-list'
import { useSearch } from './use-search'

/**
 * Search over everything: a combobox in the browser's own dialog. Arrows choose, Enter opens, Escape closes and focus
 * goes back to where it was.
 */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const { results, said } = useSearch(text)
  const listId = useId()
  const active = results[Math.min(chosen, results.length - 1)]
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    const shown = dialog.current
    if (!shown) return
    const onPress = (event: Event) => {
      // a press on the dialog itself is one on its backdrop
      if (event.target === shown) shown.close()
    }
    const onShut = () => {
      // it tells of it later, and may stand open again by then
      if (!shown.open) close.current()
    }
    shown.addEventListener('click', onPress)
    shown.addEventListener('close', onShut)
    shown.showModal()
    return () => {
      shown.removeEventListener('close', onShut)
      shown.removeEventListener('click', onPress)
      shown.close()
    }
  }, [])

  function open(result: SearchResult) {
    dialog.current?.close()
    router.push(result.href)
  }

  function press(event: KeyboardEvent) {
    const last = results.length - 1
    const moves: Record<string, number> = {
      ArrowDown: chosen >= last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: last,
      PageUp: 0,
    }
    const next = moves[event.key]
    if (next !== undefined && last >= 0) {
      event.preventDefault()
      setChosen(next)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (active) open(active)
    }
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Find anything"
      className="mx-auto mt-[12vh] mb-auto w-[calc(100%-2rem)] max-w-xl rounded border border-control bg-raised p-0 text-ink backdrop:bg-[#000]/50 max-sm:mt-4"
    >
      <input
        type="text"
        role="combobox"
        aria-label="Find"
        aria-expanded={results.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active && optionId(listId, results.indexOf(active))}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={text}
        placeholder="Position, network, operator, address, transaction, order"
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={press}
        className="h-12 w-full bg-transparent px-4 text-lg outline-none placeholder:text-muted"
      />
      <div className="border-t border-rule">
        <ResultList
          id={listId}
          results={results}
          active={active}
          optionId={(index) => optionId(listId, index)}
          onPoint={setChosen}
          onOpen={open}
        />
        <p role="status" className="px-4 py-2.5 text-sm text-muted">
          {said}
        </p>
      </div>
    </dialog>
  )
}

function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}
