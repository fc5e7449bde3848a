import type { ReactNode } from 'react'

/** Nothing here: what that means, and what to do. */
export function Empty({
  as: Title = 'p',
  title,
  children,
  action,
}: {
  /** h1 where it is all there is on the page */
  as?: 'p' | 'h1' | 'h2'
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="border-y border-rule py-10 text-center">
      <Title className="font-medium">{title}</Title>
      {children && <div className="mx-auto mt-1 max-w-prose text-muted">{children}</div>}
      {action && <div className="mt-4 flex justify-center gap-2">{action}</div>}
    </div>
  )
}
