'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { GasCost } from '@/components/list/gas-cost'
import { useReadUntil } from '@/components/position/use-read-until'
import { Button, ErrorNote, Section } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useTransaction } from '@/components/wallet/use-transaction'
import { useIsWrongChain, WrongChain } from '@/components/wallet/wrong-chain'
import type { MyOrder } from '@/lib/market/my-orders'
import { prepareCancelAll, prepareCancelMany } from '@/lib/server/orders/actions'
import { useCallCost } from './use-call-cost'

/** Takes back the chosen orders in one transaction, or all by the counter; either way what it costs is said first. */
export function CancelBar({
  owner,
  orders,
  head,
  onCancelled,
}: {
  owner: Address
  /** the chosen */
  orders: readonly MyOrder[]
  head: number
  onCancelled: () => void
}) {
  const [way, setWay] = useState<'chosen' | 'all'>()
  const isWrongChain = useIsWrongChain()
  const many = useTransaction('cancel-chosen')
  const all = useTransaction('cancel-all')
  const chosen = useCallCost(
    prepareCancelMany,
    way === 'chosen' && orders.length > 0 && !many.isBusy
      ? { orderHashes: orders.slice(0, 100).map(({ hash }) => hash), account: owner }
      : undefined,
    owner,
  )
  const everything = useCallCost(
    prepareCancelAll,
    way === 'all' && !all.isBusy ? { account: owner } : undefined,
    owner,
  )
  const minedIn = [many.state, all.state].flatMap((state) =>
    state.step === 'mined' ? [state.blockNumber] : [],
  )
  const isReading = useReadUntil(minedIn.length > 0 ? Math.max(...minedIn) : undefined, head)
  const isDone = many.state.step === 'mined' || all.state.step === 'mined'

  useEffect(() => {
    if (!isDone) return
    setWay(undefined)
    onCancelled()
  }, [isDone, onCancelled])

  return (
    <Section title="Take orders back" note="only on chain, for what is signed stays signed">
      <div className="grid max-w-3xl gap-4">
        <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
        <div className="flex flex-wrap gap-2">
          <Button
            disabled={orders.length === 0}
            aria-expanded={way === 'chosen'}
            onClick={() => setWay(way === 'chosen' ? undefined : 'chosen')}
          >
            {orders.length === 0 ? 'Cancel the chosen' : `Cancel the ${orders.length} chosen`}
          </Button>
          <Button aria-expanded={way === 'all'} onClick={() => setWay(way === 'all' ? undefined : 'all')}>
            Cancel all at once
          </Button>
        </div>
        {way === 'chosen' && orders.length > 0 && (
          <div className="grid gap-2 border-l-2 border-control pl-4">
            <p>
              {orders.length === 1 ? 'This order' : `These ${Math.min(orders.length, 100)} orders`} can never
              be filled again; all others stand as they do. One transaction, whose gas grows with their
              number. Until it is mined, they can still be filled.
            </p>
            {chosen?.error ? (
              <ErrorNote error={chosen.error}>Nothing was sent; the orders stand as they did.</ErrorNote>
            ) : (
              <GasCost cost={chosen?.ready} />
            )}
            <Button
              variant="primary"
              className="justify-self-start"
              pending={many.isBusy}
              disabled={!chosen?.ready || isWrongChain}
              onClick={() => chosen?.ready && void many.send(chosen.ready.call)}
            >
              {orders.length === 1 ? 'Cancel it' : `Cancel ${Math.min(orders.length, 100)}`}
            </Button>
          </div>
        )}
        {way === 'all' && (
          <div className="grid gap-2 border-l-2 border-control pl-4">
            <p>
              Raises your counter on Seaport. {everything?.ready && counted(everything.ready.value)} Every
              order you have signed so far, here and on any other market of Seaport, can never be filled
              again. One transaction, which costs the same however many they are.
            </p>
            {everything?.error ? (
              <ErrorNote error={everything.error}>Nothing was sent; the orders stand as they did.</ErrorNote>
            ) : (
              <GasCost cost={everything?.ready} />
            )}
            <Button
              variant="primary"
              className="justify-self-start"
              pending={all.isBusy}
              disabled={!everything?.ready || isWrongChain}
              onClick={() => everything?.ready && void all.send(everything.ready.call)}
            >
              Cancel everything I have signed
            </Button>
          </div>
        )}
        <TransactionStatus
          state={many.state}
          done={
            isReading ? 'Cancelled for ever. The public record is reading that block…' : 'Cancelled for ever.'
          }
        />
        <TransactionStatus
          state={all.state}
          done={
            isReading
              ? 'Nothing you signed before can be filled any more. The public record is reading that block…'
              : 'Nothing you signed before can be filled any more.'
          }
        />
      </div>
    </Section>
  )
}

function counted({ listings, offers }: { listings: number; offers: number }): string {
  const of = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
  return `Here that ends ${of(listings, 'listing')} and ${of(offers, 'offer')}.`
}
