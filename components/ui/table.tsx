import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

/**
 * A table of hairlines. It scrolls sideways by itself rather than let the page do so; its head sticks under the
 * page's header where it does not need to scroll.
 */
export function Table({
  caption,
  still,
  className,
  children,
  ...rest
}: ComponentProps<'table'> & {
  /** what the table holds; read out, not shown */
  caption: string
  /** nothing in it takes the keyboard, so that the table does: where it scrolls, arrows move it */
  still?: boolean
}) {
  return (
    <div
      {...(still && { role: 'region', 'aria-label': caption, tabIndex: 0 })}
      className="relative max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 sm:max-lg:-mx-6 sm:max-lg:px-6"
    >
      <table {...rest} className={classNames('w-full border-collapse text-left', className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

type CellLook = {
  /** a figure: right-aligned, monospaced, never broken */
  numeric?: boolean
}

const edge = 'px-3 first:pl-0 last:pr-0'

export function Th({ numeric, className, ...rest }: ComponentProps<'th'> & CellLook) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        edge,
        'h-9 border-b border-control bg-paper align-middle text-xs font-normal whitespace-nowrap text-muted lg:sticky lg:top-12 lg:z-10',
        numeric && 'text-right',
        className,
      )}
    />
  )
}

/** A column head that sorts: pressing the sorted column turns it round. */
export function SortTh({
  href,
  sorted,
  children,
  ...rest
}: Omit<ComponentProps<'th'>, 'children'> &
  CellLook & {
    /** where the same table stands in this column's order */
    href: string
    sorted?: 'ascending' | 'descending' | undefined
    children: ReactNode
  }) {
  return (
    <Th {...rest} aria-sort={sorted ?? 'none'}>
      <Link
        prefetch={false}
        href={href}
        scroll={false}
        className={classNames(
          'group inline-flex min-h-6 items-center gap-1 hover:text-ink',
          sorted && 'text-ink',
          rest.numeric && 'flex-row-reverse',
        )}
      >
        {children}
        <SortMark sorted={sorted} />
      </Link>
    </Th>
  )
}

function SortMark({ sorted }: { sorted: 'ascending' | 'descending' | undefined }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 8 8"
      className={classNames(
        'size-2 shrink-0 fill-current',
        sorted ? 'text-signal-text' : 'opacity-0 group-hover:opacity-50',
      )}
    >
      <path d={sorted === 'ascending' ? 'M4 1 7.5 7h-7z' : 'M4 7 .5 1h7z'} />
    </svg>
  )
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={classNames('border-b border-rule', className)} />
}

export function Td({ numeric, className, ...rest }: ComponentProps<'td'> & CellLook) {
  return (
    <td
      {...rest}
      className={classNames(
        edge,
        'py-1.5 align-middle',
        numeric && 'figures text-right text-sm whitespace-nowrap',
        className,
      )}
    />
  )
}
