'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { useConnection } from 'wagmi'
import { priceOf } from '@/components/list/list-terms'
import { endOf } from '@/components/orders/expiry'
import { ExpiryField } from '@/components/orders/expiry-field'
import { useReadUntil } from '@/components/position/use-read-until'
import { Button, Empty, ErrorNote, LinkButton, Table, Th } from '@/components/ui'
import { TransactionStatus } from '@/components/wallet/transaction-status'
import { useIsWrongChain, WrongChain } from '@/components/wallet/wrong-chain'
import { formatCount, formatPercent, formatUnits, formatUnitsFull, shortHex } from '@/lib/core/format'
import { listHref } from '@/lib/market/list-query'
import type { ListablePage } from '@/lib/market/listable'
import { ManyRow } from './many-row'
import { ManyStatus } from './many-status'
import { PriceRuleForm } from './price-rule-form'
import { useManyDraft } from './use-many-draft'
import { failureOf, useManyListings } from './use-many-listings'

/** An owner's positions, each with a price of its own, listed under one signature. */
export function ManyList({ page }: { page: ListablePage }) {
  const { address } = useConnection()
  if (!address) return null
  if (address.toLowerCase() !== page.owner)
    return (
      <Empty
        title={`These positions are those of ${shortHex(page.owner)}`}
        action={
          <LinkButton href={listHref({ owner: address })} variant="primary">
            List my own
          </LinkButton>
        }
      >
        Your wallet is {shortHex(address)}. Only their owner can list them.
      </Empty>
    )
  return <OwnList key={page.owner} page={page} />
}

function OwnList({ page }: { page: ListablePage }) {
  const { owner, rows, feeBasisPoints } = page
  const router = useRouter()
  const { draft, setPrice, setPrices, choose, setExpiry, done } = useManyDraft(owner)
  const onListed = useCallback(
    (ids: number[]) => {
      done(ids)
      router.refresh()
    },
    [done, router],
  )
  const many = useManyListings(owner, onListed)
  const isWrongChain = useIsWrongChain()
  const [isOver, setOver] = useState(false)
  useReadUntil(many.approval.step === 'mined' ? many.approval.blockNumber : undefined, page.head)

  const priced = useMemo(
    () => new Map(rows.map(({ positionId: id }) => [id, priceOf(draft.prices[id] ?? '', feeBasisPoints)])),
    [rows, draft.prices, feeBasisPoints],
  )
  const chosen = rows.filter(({ positionId }) => draft.chosen.has(positionId))
  const unpriced = chosen.filter(({ positionId }) => !priced.get(positionId))
  const sum = (of: 'price' | 'net' | 'fee') =>
    chosen.reduce((all, { positionId }) => all + (priced.get(positionId)?.[of] ?? 0n), 0n)
  const listedAlready = chosen.filter(({ listing }) => listing)
  const undercut = listedAlready.filter(({ positionId, listing }) => {
    const price = priced.get(positionId)?.price
    return listing && price !== undefined && listing.price <= price
  })
  const isAll = rows.length > 0 && chosen.length === rows.length
  const failed = [...many.results].flatMap(([id, result]) =>
    result.step === 'failed' ? [[id, failureOf(result)] as const] : [],
  )

  function list() {
    const endTime = endOf(draft.expiry, Date.now())
    if (endTime === undefined) return
    const items = chosen.flatMap(({ positionId }) => {
      const terms = priced.get(positionId)
      return terms ? [{ positionId, price: terms.price, endTime }] : []
    })
    setOver(true)
    void many.list(items)
  }

  return (
    <div className="grid gap-4">
      <WrongChain className="border-l-2 border-signal bg-signal-wash px-4 py-3" />
      {many.waiting.length > 0 && (
        <div role="status" className="border-l-2 border-signal bg-signal-wash px-4 py-3">
          <p>
            {many.waiting.length === 1
              ? 'One listing is signed and not in the market yet.'
              : `${many.waiting.length} listings are signed and not in the market yet.`}{' '}
            Sending them needs no new signature.
          </p>
          <div className="mt-2 flex gap-2">
            <Button size="sm" variant="primary" onClick={() => void many.sendWaiting()}>
              Send them now
            </Button>
            <Button size="sm" variant="quiet" onClick={many.forgetWaiting}>
              Forget them
            </Button>
          </div>
        </div>
      )}
      <PriceRuleForm rows={chosen} isBusy={many.isBusy} onPrices={setPrices} />
      <Table caption="Positions to list">
        <thead className="max-lg:hidden">
          <tr>
            <Th>
              <span className="sr-only">Chosen</span>
            </Th>
            <Th>Position</Th>
            <Th numeric>Listed at</Th>
            <Th className="w-1/4">Beside its value</Th>
            <Th numeric>Price, in dollars</Th>
            <Th numeric>Against value</Th>
            <Th numeric>You receive</Th>
            <Th>What came of it</Th>
          </tr>
        </thead>
        <tbody className="max-lg:block">
          <tr className="max-lg:block">
            <td colSpan={8} className="border-b border-rule py-1 max-lg:block lg:pl-2">
              <label className="flex min-h-8 cursor-pointer items-center gap-3 text-sm text-muted">
                <input
                  type="checkbox"
                  className="mx-2 size-4 accent-signal"
                  checked={isAll}
                  disabled={many.isBusy}
                  onChange={({ target }) =>
                    choose(
                      rows.map(({ positionId }) => positionId),
                      target.checked,
                    )
                  }
                />
                Choose all {formatCount(rows.length)} shown
              </label>
            </td>
          </tr>
          {rows.map((row) => (
            <ManyRow
              key={row.positionId}
              row={row}
              isChosen={draft.chosen.has(row.positionId)}
              written={draft.prices[row.positionId] ?? ''}
              terms={priced.get(row.positionId)}
              result={many.results.get(row.positionId)}
              isBusy={many.isBusy}
              onPrice={setPrice}
              onChoose={choose}
            />
          ))}
        </tbody>
      </Table>
      {page.more > 0 && (
        <p className="text-sm text-muted">
          {formatCount(page.more)} more are not shown. Narrow the list by network or name; one signature
          covers {formatCount(rows.length)}.
        </p>
      )}
      <section
        aria-label="List the chosen"
        className="z-20 grid gap-3 border-t border-ink bg-paper py-3 lg:sticky lg:bottom-0 lg:grid-cols-[minmax(0,1fr)_13rem_auto] lg:items-start"
      >
        <div>
          <p>
            <span className="figures font-medium">{formatCount(chosen.length)}</span> chosen
            {chosen.length > 0 && (
              <>
                , for <span className="figures font-medium">{formatUnits(sum('price'))}</span> in all. You
                receive <span className="figures font-medium">{formatUnitsFull(sum('net'))}</span> if all are
                sold; <span className="figures">{formatUnitsFull(sum('fee'))}</span> is the fee of{' '}
                {formatPercent(feeBasisPoints / 100)}.
              </>
            )}
          </p>
          <p className="text-sm text-muted">
            {unpriced.length > 0
              ? `${unpriced.length === 1 ? 'One has' : `${unpriced.length} have`} no price yet.`
              : 'One signature for all of them. It costs nothing; each listing holds its device as it is now.'}
          </p>
          {listedAlready.length > 0 && (
            <p className="mt-1 border-l-2 border-signal pl-3 text-sm">
              {listedAlready.length === 1 ? 'One is' : `${listedAlready.length} are`} listed already. The old
              listings stay valid until you{' '}
              <Link href={listHref({ owner }, '/list/orders')} className="link">
                cancel them
              </Link>
              , and buyers are shown the cheaper
              {undercut.length > 0 && ` (the old one for ${undercut.length} of these)`}.
            </p>
          )}
          <details className="mt-1 text-sm text-muted">
            <summary className="cursor-pointer">What you allow and sign</summary>
            <ol className="mt-1 grid max-w-prose list-decimal gap-1 pl-5">
              <li>
                Once, unless it is allowed already: Seaport may move any of your positions when an order you
                signed is filled. That is a transaction and costs gas.
              </li>
              <li>
                One signature over a tree of {formatCount(Math.max(chosen.length, 1))} orders. Each says: this
                position, exactly as its device is now, to whoever pays its price before the end. A contract
                wallet signs them one by one.
              </li>
            </ol>
          </details>
        </div>
        <ExpiryField label="All open for" value={draft.expiry} onChange={setExpiry} />
        <div className="grid gap-2 lg:pt-6">
          <Button
            variant="primary"
            pending={many.isBusy}
            disabled={chosen.length === 0 || unpriced.length > 0 || isWrongChain}
            onClick={list}
          >
            {chosen.length === 0
              ? 'List'
              : `${isOver && failed.length > 0 && !many.isBusy ? 'Try again with' : 'List'} ${formatCount(chosen.length)}`}
          </Button>
        </div>
        <div className="grid gap-2 empty:hidden lg:col-span-3">
          <TransactionStatus
            state={many.approval}
            done={
              many.isBusy || many.results.size > 0
                ? 'Seaport may move your positions.'
                : 'Allowed. Press List once more to sign.'
            }
          />
          <ManyStatus state={many.state} results={many.results} />
          {isOver && !many.isBusy && failed.length > 0 && (
            <ErrorNote
              error={{
                message:
                  failed.length === 1 ? 'One could not be listed.' : `${failed.length} could not be listed.`,
              }}
            >
              <ul className="mb-1 grid gap-0.5 text-ink">
                {failed.slice(0, 8).map(([id, reason]) => (
                  <li key={id}>
                    <span className="figures">#{id}</span> {reason}
                  </li>
                ))}
              </ul>
              What is still yours is still chosen, with its price; the others are in the market.{' '}
              <Link href={listHref({ owner }, '/list/orders')} className="link">
                All you have signed
              </Link>
            </ErrorNote>
          )}
        </div>
      </section>
    </div>
  )
}
