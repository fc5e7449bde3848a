'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui'

/** A link of the main navigation; it marks the part of the site we are in. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const here = isWithin(usePathname(), href)
  return (
    <Link
      prefetch={false}
      href={href}
      aria-current={here ? 'page' : undefined}
      className={classNames(
        'relative flex h-full shrink-0 items-center px-2.5 transition-colors',
        here ? 'text-ink' : 'text-muted hover:text-ink',
        here &&
          'after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 sm:after:-bottom-px after:bg-signal',
      )}
    >
      {children}
    </Link>
  )
}

function isWithin(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`)
}
