import Link from 'next/link'

const steps = [
  {
    name: 'Proof',
    says: 'A device signs with its own key and becomes a position on chain.',
    href: '/register',
    link: 'Register one',
  },
  {
    name: 'Value',
    says: 'Each value is split into its parts; anyone can recompute it from its inputs.',
    href: '/lab',
    link: 'See how',
  },
  {
    name: 'Price',
    says: 'A listing is a signature. It dies if the device changes before it is filled.',
    href: '/market',
    link: 'See what is for sale',
  },
  {
    name: 'Record',
    says: 'A sale settles from wallet to wallet, and stands on the public ledger.',
    href: '/ledger',
    link: 'Read it',
  },
] as const

/** The way from a device to the public record, in four steps. */
export function TheLine() {
  return (
    <ol className="grid gap-x-8 border-t border-rule sm:grid-cols-2 lg:grid-cols-4">
      {steps.map(({ name, says, href, link }, index) => (
        <li key={name} className="grid content-start gap-1 pt-3 pb-4">
          <h2 className="flex items-baseline gap-2 font-medium">
            <span className="figures text-sm text-muted">{index + 1}</span>
            {name}
          </h2>
          <p className="text-sm text-muted">{says}</p>
          <p className="text-sm">
            <Link href={href} prefetch={false} className="link">
              {link}
            </Link>
          </p>
        </li>
      ))}
    </ol>
  )
}
