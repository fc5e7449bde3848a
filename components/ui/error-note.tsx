import type { ReactNode } from 'react'
import type { Failure } from '@/lib/core/errors'

/** What went wrong, what was kept, and what to do. Announced when it appears. */
export function ErrorNote({
  error,
  children,
  action,
}: {
  error: Pick<Failure, 'message'>
  /** what was kept */
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div role="alert" className="border-l-2 border-loss bg-loss-wash px-4 py-3">
      <p>
        <span aria-hidden className="mr-2 text-loss">
          ✕
        </span>
        {error.message}
      </p>
      {children && <div className="mt-1 text-sm text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
