'use client'

import { useSyncExternalStore } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

const never = () => () => {}

/** The frame to paste into another page, and the same chart alone, to be printed. */
export function EmbedSnippet({ href, title }: { /** under /embed/ */ href: string; title: string }) {
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  )
  const snippet = frameOf(`${origin}${href}`, title)
  return (
    <div className="mt-1.5 border border-rule bg-raised p-2">
      <div className="flex items-start gap-2">
        <code className="figures min-w-0 flex-1 break-all text-ink">{snippet}</code>
        <CopyButton text={snippet} what="frame" />
      </div>
      <p className="mt-1.5">
        <a href={href} target="_blank" rel="noreferrer" className="link">
          The chart alone
        </a>
        , to print.
      </p>
    </div>
  )
}

/** An iframe in HTML, its attributes escaped. */
export function frameOf(address: string, title: string): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="440" style="border:0" loading="lazy"></iframe>`
}
