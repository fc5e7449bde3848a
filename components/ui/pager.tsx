import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonLook } from './button'

/** Steps through a list by cursor. The place of a step that does not exist is kept, so that nothing jumps. */
export function Pager({
  previous,
  next,
  children,
}: {
  /** addresses of the neighbouring pages */
  previous?: string | undefined
  next?: string | undefined
  /** where we are: "50 of 320 positions" */
  children?: ReactNode
}) {
  if (!previous && !next) return children ? <p className="py-3 text-sm text-muted">{children}</p> : null
  return (
    <nav aria-label="Pages" className="flex items-center gap-2 py-3">
      {children && <p className="mr-auto text-sm text-muted">{children}</p>}
      <Step href={previous} rel="prev">
        ← Previous
      </Step>
      <Step href={next} rel="next">
        Next →
      </Step>
    </nav>
  )
}

function Step({
  href,
  rel,
  children,
}: {
  href: string | undefined
  rel: 'prev' | 'next'
  children: ReactNode
}) {
  const look = buttonLook({ size: 'sm' }, href ? undefined : 'invisible')
  return href ? (
    <Link prefetch={false} href={href} rel={rel} className={look}>
      {children}
    </Link>
  ) : (
    <span aria-hidden className={look}>
      {children}
    </span>
  )
}
