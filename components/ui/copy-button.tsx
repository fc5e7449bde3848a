'use client'

import { useState } from 'react'

/** Copies a text; a tick shows that it did. */
export function CopyButton({ text, what }: { text: string /** "address", "hash" */; what: string }) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 1_500)
  }
  return (
    <button
      type="button"
      onClick={copy}
      title={`Copy ${what}`}
      aria-label={copied ? `Copied ${what}` : `Copy ${what} ${text}`}
      data-print="hide"
      className="inline-grid size-6 shrink-0 cursor-pointer place-items-center rounded text-muted hover:text-signal-text"
    >
      <svg aria-hidden viewBox="0 0 14 14" className="size-3.5 fill-none stroke-current">
        {copied ? <path d="m2 7.5 3.2 3L12 3.5" /> : <path d="M4.5 4.5v-3h8v8h-3m-8-5h8v8h-8z" />}
      </svg>
    </button>
  )
}
