import { CopyButton } from '@/components/ui'

/** A decentralised identifier: its method and its ends, whole on hover, copied by its button. */
export function Did({ value }: { value: string }) {
  const name = value.slice(value.lastIndexOf(':') + 1)
  const method = value.slice(0, value.length - name.length)
  const text = name.length > 16 ? `${method}${name.slice(0, 6)}…${name.slice(-4)}` : value
  return (
    <span className="figures inline-flex min-w-0 items-center text-sm" title={value}>
      <span className="truncate">{text}</span>
      <CopyButton text={value} what="identifier" />
    </span>
  )
}
