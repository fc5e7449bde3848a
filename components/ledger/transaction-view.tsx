import Link from 'next/link'
import { LeftOut } from '@/components/reference/left-out'
import { Address, Demonstration, Figure, Figures, PageTitle, Section, Tag, Time } from '@/components/ui'
import { formatCount, formatInstant, formatUnits } from '@/lib/core/format'
import type { LedgerEntry, TransactionPage } from '@/lib/market/ledger-entry'
import { EntryFacts } from './entry-facts'
import { entryNames, partyNames } from './entry-names'
import { Party } from './party'

/** One transaction: when it was mined, how deep it lies, and each of its events, decoded. */
export function TransactionView({ transaction }: { transaction: TransactionPage }) {
  const { hash, block, time, confirmations, isFinal, entries, now } = transaction
  return (
    <>
      <PageTitle
        title="Transaction"
        above={
          <Link href="/ledger" className="link">
            Ledger
          </Link>
        }
      >
        <span className="hidden lg:block">
          <span className="figures text-sm text-ink">{hash}</span>
        </span>
        <span className="lg:hidden">
          <Address value={hash} what="transaction" />
        </span>
      </PageTitle>
      <div className="space-y-8">
        <Section title="On the chain">
          <Figures>
            <Figure label="Block" value={formatCount(block)} />
            <Figure
              label="Depth"
              value={formatCount(confirmations)}
              unit={confirmations === 1 ? 'block' : 'blocks'}
              source={isFinal ? 'final' : 'not final yet: a reorganisation could still undo it'}
            />
            <Figure label="Mined" value={formatInstant(time)} source={<Time at={time} now={now} />} />
          </Figures>
        </Section>
        <Section title="What it did" note="decoded from its events, in their order">
          <ol>
            {entries.map((entry) => (
              <Event key={entry.onChain?.logIndex} entry={entry} />
            ))}
          </ol>
        </Section>
      </div>
    </>
  )
}

function Event({ entry }: { entry: LedgerEntry }) {
  const { kind, position, price, onChain } = entry
  const roles = partyNames[kind]
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-rule py-3 first:pt-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="space-y-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{entryNames[kind]}</span>
          {price !== undefined && <span className="figures">{formatUnits(price)}</span>}
          <Tag title="Place of the log in its block">log {onChain?.logIndex}</Tag>
        </p>
        {entry.marks.length > 0 && (
          <div>
            <LeftOut marks={entry.marks} inFull />
          </div>
        )}
        {position && (
          <p>
            <span className="figures mr-2 text-sm text-muted">#{position.id}</span>
            <Link href={`/positions/${position.id}`} className="link">
              {position.name ?? `Position ${position.id}`}
            </Link>
            {position.isDemonstration && (
              <span className="ml-2">
                <Demonstration short />
              </span>
            )}
          </p>
        )}
        <p className="flex flex-wrap gap-x-4">
          <Party address={entry.account} role={roles.account} />
          <Party address={entry.counterparty} role={roles.counterparty} />
        </p>
      </div>
      <EntryFacts entry={entry} />
    </li>
  )
}
