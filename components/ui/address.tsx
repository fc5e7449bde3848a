import Link from 'next/link'
import { shortHex } from '@/lib/core/format'
import { classNames } from './class-names'
import { CopyButton } from './copy-button'

/** An address or a hash: shortened, whole on hover, copied by its button, a link where it has a page. */
export function Address({
  value,
  href,
  what = 'address',
  copy = true,
}: {
  value: string
  href?: string
  /** "address", "transaction", "hash" */
  what?: string
  copy?: boolean
}) {
  const text = shortHex(value)
  return (
    <span
      className={classNames('figures text-sm whitespace-nowrap', copy && 'inline-flex items-center')}
      title={value}
    >
      {href ? (
        <Link
          href={href}
          prefetch={false}
          // beside its button it is a target of its own; in a sentence it keeps the sentence's height
          className={classNames('link', copy && 'inline-flex min-h-6 items-center')}
          aria-label={`${what} ${text}`}
        >
          {text}
        </Link>
      ) : (
        text
      )}
      {copy && <CopyButton text={value} what={what} />}
    </span>
  )
}
