'use client'

import encodeQR from 'qr'
import { useMemo } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

/** A pairing link as a code to scan, and to copy. Dark on white in both themes: cameras want it so. */
export function PairingCode({ uri }: { uri: string }) {
  const { path, size } = useMemo(() => draw(uri), [uri])
  return (
    <figure className="grid justify-items-center gap-3 border-y border-rule py-4">
      <svg
        role="img"
        aria-label="Code to scan with your wallet"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="size-64 bg-white"
      >
        <path d={path} fill="#000" />
      </svg>
      <figcaption className="flex items-center gap-1 text-sm text-muted">
        Scan it with the wallet on your phone, or copy the link <CopyButton text={uri} what="pairing link" />
      </figcaption>
    </figure>
  )
}

function draw(text: string): { path: string; size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 3 })
  const path = rows.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).filter(Boolean),
  )
  return { path: path.join(''), size: rows.length }
}
