import Link from 'next/link'
import { shortHex } from '@/lib/core/format'
import { ledgerHref } from '@/lib/market/ledger-query'

/** An account of an entry and what it is to it; leads to all that is on record of it. */
export function Party({ address, role }: { address: string | undefined; role: string | undefined }) {
  if (!address) return null
  return (
    <span className="whitespace-nowrap">
      {role && <span className="mr-1.5 text-sm text-muted">{role}</span>}
      <Link
        href={ledgerHref({ account: address })}
        prefetch={false}
        title={address}
        className="figures text-sm hover:text-signal-text"
      >
        {shortHex(address)}
      </Link>
    </span>
  )
}
