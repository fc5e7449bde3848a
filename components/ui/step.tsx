import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** One numbered part of something done in order. A done one carries a tick, the current one the signal colour. */
export function Step({
  number,
  title,
  state = 'open',
  children,
}: {
  number: number
  title: ReactNode
  /** open: simply a part; current: what is to be done now; done; later: not yet */
  state?: 'open' | 'current' | 'done' | 'later'
  children?: ReactNode
}) {
  return (
    <section
      aria-current={state === 'current' ? 'step' : undefined}
      className={classNames(
        'grid grid-cols-[2rem_1fr] border-t pt-3 pb-8',
        state === 'current' ? 'border-signal' : 'border-ink',
        state === 'later' && 'border-rule text-muted',
      )}
    >
      <span
        className={classNames(
          'figures text-sm leading-[1.375rem]',
          state === 'current' ? 'text-signal-text' : state === 'done' ? 'text-gain' : 'text-muted',
        )}
      >
        {state === 'done' ? '✓' : number}
      </span>
      <div className="min-w-0">
        <h2 className="mb-3 text-base font-medium">{title}</h2>
        {children}
      </div>
    </section>
  )
}
