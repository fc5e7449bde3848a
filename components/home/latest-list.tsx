import Link from 'next/link'
import { entryNames } from '@/components/ledger/entry-names'
import { Time } from '@/components/ui'
import { formatUnits } from '@/lib/core/format'
import type { LedgerEntry } from '@/lib/market/ledger-entry'
import { Arrived } from './arrived'

/** The newest lines of the public record, in short. */
export function LatestList({ entries, now }: { entries: readonly LedgerEntry[]; now: Date }) {
  return (
    <ul aria-label="Latest on record" aria-live="off">
      {entries.map((entry) => (
        <Arrived
          key={keyOf(entry)}
          className="grid min-h-9 grid-cols-[7.5rem_minmax(0,1fr)_auto_5.5rem] items-baseline gap-x-3 border-b border-rule py-1.5 text-sm"
        >
          <Kind entry={entry} />
          <span className="truncate">
            {entry.position && (
              <Link
                href={`/positions/${entry.position.id}`}
                prefetch={false}
                className="hover:text-signal-text"
              >
                <span className="figures text-muted">#{entry.position.id}</span>{' '}
                {entry.position.name ?? 'no name'}
              </Link>
            )}
          </span>
          <span className="figures">{entry.price !== undefined && formatUnits(entry.price)}</span>
          <span className="text-right text-muted">
            <Time at={entry.time} now={now} />
          </span>
        </Arrived>
      ))}
    </ul>
  )
}

function Kind({ entry: { kind, onChain } }: { entry: LedgerEntry }) {
  if (!onChain) return <span>{entryNames[kind]}</span>
  return (
    <Link href={`/tx/${onChain.transaction}`} prefetch={false} className="link truncate">
      {entryNames[kind]}
    </Link>
  )
}

function keyOf({ onChain, orderHash, kind }: LedgerEntry): string {
  return onChain ? `${onChain.block}.${onChain.logIndex}` : `${kind}.${orderHash}`
}
