'use client'

import { Broken } from '@/components/ui/broken'
import './globals.css'

/** The root layout itself broke: this page stands by itself, in the system's theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Hotswap is not well</title>
        <main className="page-width">
          <Broken error={error} retry={retry} />
        </main>
      </body>
    </html>
  )
}
