import Link from 'next/link'
import type { ReactNode } from 'react'
import { SearchButton } from '@/components/search/search-button'
import { Mark } from './mark'
import { NavLink } from './nav-link'
import { ThemeToggle } from './theme-toggle'
import { WalletLinks } from './wallet-links'

/** Head of every page: one line on wide screens; on phones the navigation takes a line of its own. */
export function Header({
  signedIn,
  wallet,
  bell,
}: {
  /** shows what only a connected person can use */
  signedIn: boolean
  /** the wallet button */
  wallet?: ReactNode
  /** alerts not read, of a signed-in person */
  bell?: ReactNode
}) {
  return (
    <header className="sticky top-0 z-30 border-b border-rule bg-paper">
      <div className="page-width grid grid-cols-[auto_1fr_auto] items-center gap-x-2 sm:h-12 sm:gap-x-4 sm:grid-cols-[auto_auto_1fr]">
        <Link
          prefetch={false}
          href="/"
          className="flex h-12 items-center gap-2 text-lg font-medium tracking-tight"
        >
          <Mark className="h-4" />
          Hotswap
        </Link>
        <nav
          aria-label="Main"
          className="-mx-2.5 flex h-10 text-base max-sm:order-last max-sm:col-span-3 max-sm:overflow-x-auto max-sm:[scrollbar-width:none] sm:mx-2 sm:h-full"
        >
          <NavLink href="/market">Market</NavLink>
          <NavLink href="/networks">Networks</NavLink>
          <NavLink href="/lab">Lab</NavLink>
          <NavLink href="/ledger">Ledger</NavLink>
          <WalletLinks signedIn={signedIn} />
          {signedIn && <NavLink href="/register">Register</NavLink>}
        </nav>
        <div className="flex items-center justify-end gap-0.5 max-sm:col-start-3 sm:gap-1.5">
          <SearchButton />
          {bell}
          <ThemeToggle />
          {wallet}
        </div>
      </div>
    </header>
  )
}
