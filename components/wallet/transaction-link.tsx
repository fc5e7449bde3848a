import Link from 'next/link'
import { shortHex } from '@/lib/core/format'

/** A transaction's hash, leading to its page. */
export function TransactionLink({ hash }: { hash: string }) {
  return (
    <Link href={`/tx/${hash}`} prefetch={false} className="link figures" title={hash}>
      {shortHex(hash)}
    </Link>
  )
}
