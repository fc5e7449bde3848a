import type { ReactNode } from 'react'
import { classNames } from './class-names'

export function Hairline({ className }: { className?: string }) {
  return <hr className={classNames('border-t border-rule', className)} />
}

/** A part of a page: a hairline, its name, what can be done with it at the right, and its content. */
export function Section({
  id,
  title,
  note,
  action,
  className,
  children,
}: {
  id?: string
  title: ReactNode
  /** a quiet sentence beside the title */
  note?: ReactNode
  action?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section id={id} className={classNames('border-t border-ink pt-2.5', className)}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-base font-medium">{title}</h2>
        {note && <div className="text-sm text-muted">{note}</div>}
        {action && <div className="ml-auto text-sm">{action}</div>}
      </div>
      {children}
    </section>
  )
}

/** The head of a page: its name, and a sentence that says what is here. */
export function PageTitle({
  title,
  above,
  children,
  action,
}: {
  title: ReactNode
  /** where this stands: a link back, a category */
  above?: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-5 sm:pt-8">
      <div className="min-w-0">
        {above && <div className="mb-1.5 text-sm text-muted">{above}</div>}
        <h1 className="text-2xl font-medium tracking-tight break-words">{title}</h1>
        {children && <div className="mt-1.5 max-w-prose text-muted">{children}</div>}
      </div>
      {action && <div className="flex flex-wrap items-center gap-2">{action}</div>}
    </div>
  )
}
