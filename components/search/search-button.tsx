'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'

const SearchDialog = dynamic(() => import('./search-dialog').then((it) => it.SearchDialog), { ssr: false })

/** Opens the search over everything: by press, ⌘K, Ctrl K or “/”. The dialog's code comes when it is asked for. */
export function SearchButton() {
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isChord = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.shiftKey
      if (!isChord && !(event.key === '/' && !isTypedInto(event.target))) return
      if (event.altKey || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label="Find anything"
        aria-keyshortcuts="Meta+K Control+K /"
        aria-haspopup="dialog"
        title="Find anything (⌘K, Ctrl K or /)"
        className="inline-flex h-9 min-w-9 cursor-pointer items-center justify-center gap-2 rounded text-sm text-muted hover:bg-sunken hover:text-ink sm:h-8 lg:border lg:border-rule lg:px-2 lg:hover:border-control lg:hover:bg-transparent"
      >
        <svg aria-hidden viewBox="0 0 16 16" className="size-4 fill-none stroke-current" strokeWidth="1.4">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 3.5 3.5" />
        </svg>
        <span aria-hidden className="max-lg:hidden">
          Find
        </span>
        <kbd aria-hidden className="figures rounded border border-rule px-1 text-xs leading-4 max-lg:hidden">
          /
        </kbd>
      </button>
      {isOpen && <SearchDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
