import type { ReactNode } from 'react'
import { classNames } from './class-names'

/**
 * One figure: what it is, the figure and its unit, and where it comes from. A figure without a source is not shown.
 * Put several into `<Figures>`.
 */
export function Figure({
  label,
  value,
  unit,
  source,
  exact,
  size = 'md',
  className,
}: {
  label: ReactNode
  value: ReactNode
  unit?: ReactNode
  /** source and date, short: "1kx, 2024-05" */
  source?: ReactNode
  /** full precision, on hover and focus */
  exact?: string
  size?: 'md' | 'lg'
  className?: string
}) {
  return (
    <div className={classNames('min-w-0', className)}>
      <dt className="text-sm text-muted">{label}</dt>
      <dd>
        <span
          {...(exact && { title: exact, 'data-hint': exact, tabIndex: 0 })}
          className={classNames('figures block', exact && 'hint', size === 'lg' ? 'text-2xl' : 'text-xl')}
        >
          {value}
          {unit && <span className="ml-1.5 font-sans text-sm tracking-normal text-muted">{unit}</span>}
        </span>
        {source && <span className="block text-xs text-muted">{source}</span>}
      </dd>
    </div>
  )
}

/** A row of figures that wraps by itself; narrow screens show two beside each other. */
export function Figures({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <dl
      className={classNames(
        'grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]',
        className,
      )}
    >
      {children}
    </dl>
  )
}
