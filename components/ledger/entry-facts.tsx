import type { ReactNode } from 'react'
import { Address } from '@/components/ui'
import { formatUnits, formatUnitsFull } from '@/lib/core/format'
import type { LedgerEntry } from '@/lib/market/ledger-entry'

const names: Record<string, string> = {
  network: 'Network',
  model: 'Model',
  cell: 'H3 cell',
  placeCommitment: 'Place commitment',
  metadataHash: 'Metadata',
  attester: 'Attester',
  deviceId: 'Device',
  keyType: 'Key',
  expires: 'Until',
  flags: 'Flags',
  approved: 'Approved',
  counter: 'Counter',
  fee: 'Fee',
  amount: 'Paid',
  offerer: 'Signed by',
}

/** The decoded facts of an event, one a line; what is not known is left out. */
export function EntryFacts({ entry }: { entry: LedgerEntry }) {
  const facts = Object.entries(entry.data).filter(([name, value]) => name in names && value !== null)
  const order = entry.orderHash ? [['Order', entry.orderHash] as const] : []
  const lines: (readonly [string, ReactNode])[] = [
    ...order.map(([name, hash]) => [name, <Address key={name} value={hash} what="order hash" />] as const),
    ...facts.map(([name, value]) => [names[name] ?? name, factOf(name, value)] as const),
  ]
  if (lines.length === 0) return null
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 text-sm">
      {lines.map(([name, value]) => (
        <div key={name} className="col-span-2 grid grid-cols-subgrid items-center">
          <dt className="text-muted">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function factOf(name: string, value: unknown): ReactNode {
  const text = String(value)
  if (/^0x[0-9a-f]{40,}$/i.test(text)) return <Address value={text} what={names[name]?.toLowerCase()} />
  if (name === 'fee' && /^\d+$/.test(text))
    return <span className="figures">{formatUnits(BigInt(text))}</span>
  if (name === 'amount' && /^\d+$/.test(text))
    return <span className="figures">{formatUnitsFull(BigInt(text))}</span>
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return <span className="figures">{text}</span>
}
