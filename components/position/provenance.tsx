import { Address, Time } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { PositionPage, ProvenanceStep } from '@/lib/market/position-page'
import { ProvenanceSentence } from './provenance-sentence'

/** From the device's proof to today, oldest first, each step with the transaction that shows it. */
export function Provenance({
  page: { facts, provenance, head, now },
}: {
  page: Pick<PositionPage, 'facts' | 'provenance' | 'head' | 'now'>
}) {
  return (
    <ol className="relative ml-1 border-l border-rule">
      {withoutDoubles(provenance).map((step) => (
        <li
          key={`${step.kind}${step.transaction ?? ''}${step.at.getTime()}${step.price ?? ''}`}
          className="relative grid gap-x-6 py-2 pl-5 sm:grid-cols-[1fr_auto_7rem]"
        >
          <span
            aria-hidden
            className="absolute top-[0.95rem] -left-[0.3rem] size-[0.55rem] rounded-full border border-ink bg-paper"
          />
          <p>
            <ProvenanceSentence step={step} />
          </p>
          <p className="text-sm">
            {step.transaction ? (
              <Address value={step.transaction} href={`/tx/${step.transaction}`} what="transaction" />
            ) : (
              <span className="text-muted">signed, kept here, not on chain</span>
            )}
          </p>
          <p className="text-sm text-muted sm:text-right">
            <Time at={step.at} now={now} />
          </p>
        </li>
      ))}
      <li className="relative grid gap-x-6 py-2 pl-5 sm:grid-cols-[1fr_auto_7rem]">
        <span
          aria-hidden
          className="absolute top-[0.95rem] -left-[0.3rem] size-[0.55rem] rounded-full bg-ink"
        />
        <p>
          Today it is held by <Address value={facts.owner} href={`/address/${facts.owner}`} copy={false} />
          {facts.isTainted && ', and it is marked as tainted'}.
        </p>
        <p className="text-sm text-muted">
          as of block <span className="figures">{formatCount(head)}</span>
        </p>
        <p className="text-sm text-muted sm:text-right">
          <Time at={now} now={now} />
        </p>
      </li>
    </ol>
  )
}

/** A sale moves the token in the same transaction: that it moved need not be said twice. */
function withoutDoubles(steps: readonly ProvenanceStep[]): ProvenanceStep[] {
  const sold = new Set(
    steps.filter(({ kind }) => kind === 'order_filled').map(({ transaction }) => transaction),
  )
  return steps.filter(({ kind, transaction }) => kind !== 'transferred' || !sold.has(transaction))
}
