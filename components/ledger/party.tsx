import Link from 'next/link'
import { shortHex } from '@/lib/core/format'

/** An account of an entry and what it is to it; leads to what it holds and did. */
export function Party({ address, role }: { address: string | undefined; role: string | undefined }) {
  if (!address) return null
  return (
    <span className="whitespace-nowrap">
      {role && <span className="mr-1.5 text-sm text-muted">{role}</span>}
      <Link
        href={`/address/${address}`}
        prefetch={false}
        title={address}
        className="figures text-sm hover:text-signal-text"
      >
        {shortHex(address)}
      </Link>
    </span>
  )
}
