import Link from 'next/link'
import { classNames } from '@/components/ui'

const pages = [
  { href: '/networks', name: 'All networks' },
  { href: '/networks/statistics', name: 'Statistics' },
  { href: '/networks/compare', name: 'Compare' },
  { href: '/networks/map', name: 'Map of devices' },
  { href: '/networks/sources', name: 'Sources' },
] as const

/** The views of all networks. */
export function NetworksNav({ current }: { current: (typeof pages)[number]['href'] }) {
  return (
    <nav
      aria-label="Networks"
      className="mb-4 flex gap-5 overflow-x-auto border-b border-rule whitespace-nowrap max-sm:-mx-4 max-sm:px-4"
      data-print="hide"
    >
      {pages.map(({ href, name }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === current ? 'page' : undefined}
          className={classNames(
            '-mb-px border-b-2 px-0.5 py-2',
            href === current ? 'border-signal' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
