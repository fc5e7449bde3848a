import type { ReactNode } from 'react'

/** The figures behind a chart, for whoever would rather read them: closed until asked for. */
export function AsTable({ children }: { children: ReactNode }) {
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-sm text-muted hover:text-ink">Show as a table</summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
