import { Address } from '@/components/ui'
import { formatInstant, formatUnits } from '@/lib/core/format'
import type { ProvenanceStep } from '@/lib/market/position-page'
import { TAINTED } from '@/lib/market/signed-state'

/** One step of a position's history in words. */
export function ProvenanceSentence({ step }: { step: ProvenanceStep }) {
  const account = step.account && (
    <Address value={step.account} href={`/address/${step.account}`} copy={false} />
  )
  const other = step.counterparty && (
    <Address value={step.counterparty} href={`/address/${step.counterparty}`} copy={false} />
  )
  switch (step.kind) {
    case 'proven':
      return (
        <>
          The device signed its claim for {account}; the attester {other} checked and signed it too.
        </>
      )
    case 'registered':
      return (
        <>
          Minted to {account}, with both signatures, for {text(step.data.network)}.
        </>
      )
    case 'first_report':
      return <>The device’s first signed report arrived.</>
    case 'reassigned':
      return <>Moved to {text(step.data.network)}, signed by the device and the attester.</>
    case 'user_set':
      return other ? (
        <>
          {other} was given its use until {until(step.data.expires)}.
        </>
      ) : (
        <>Its use was taken back by the owner.</>
      )
    case 'flags_set':
      return Number(step.data.flags) & TAINTED ? (
        <>
          <strong className="font-medium text-loss">Marked as tainted</strong> by the attester {account}.
        </>
      ) : (
        <>The attester {account} took back its mark.</>
      )
    case 'transferred':
      return (
        <>
          Moved from {account} to {other}.
        </>
      )
    case 'order_filled':
      return (
        <>
          Sold by {account} to {other}
          {step.price !== undefined && (
            <>
              {' '}
              for <span className="figures">{formatUnits(step.price)}</span>
            </>
          )}
          .
        </>
      )
    case 'order_cancelled':
      return <>{account} cancelled an order on it.</>
    case 'order_validated':
      return <>{account} put an order on it on chain.</>
    default:
      return <>{step.kind.replaceAll('_', ' ')}.</>
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : 'another network'
}

function until(value: unknown): string {
  const seconds = Number(value)
  return seconds > 0 && seconds <= 8.64e12 ? formatInstant(new Date(seconds * 1000)) : 'the end of time'
}
