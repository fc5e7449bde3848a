import Link from 'next/link'
import { classNames } from '@/components/ui'

/** A page for all networks or one of them. */
export function NetworkLinks({
  path,
  networks,
  chosen,
}: {
  path: string
  networks: readonly { slug: string; name: string }[]
  chosen: string | undefined
}) {
  const choices = [{ slug: undefined, name: 'All' }, ...networks]
  return (
    <nav aria-label="Network" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm" data-print="hide">
      {choices.map(({ slug, name }) => (
        <Link
          key={name}
          href={slug ? `${path}?network=${slug}` : path}
          scroll={false}
          aria-current={slug === chosen ? 'page' : undefined}
          className={classNames(
            'inline-flex min-h-6 items-center border-b-2',
            slug === chosen ? 'border-signal' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
