'use client'

import { useEffect, useMemo, useState } from 'react'
import { Button, Empty, ErrorNote, Field, Input, Section } from '@/components/ui'
import { formatCount, formatUsdCompact } from '@/lib/core/format'
import { plainIfFigure, writeTyped } from '@/lib/core/locale/read-typed'
import {
  clearBook,
  MOST_UNITS,
  type SealedBook,
  type SealedOrder,
} from '@/lib/mechanism/auctions/sealed-book'
import { LineFigure } from '../line-figure'
import { type Knob, type Knobs, writeKnobs } from '../number-knobs'
import { AuctionAnswer } from './auction-answer'
import { type Clearings, FillsTable, money, RulesTable } from './clearing-tables'
import { LieSection } from './lie-section'
import { dollarsOf, ordersOf, readCents, writeLines } from './order-lines'
import { type LinkedLine, OrdersEditor } from './orders-editor'
import { bestReserve } from './reserve-knobs'
import { ReserveSection } from './reserve-section'

export type AuctionStart = { bids: readonly LinkedLine[]; asks: readonly LinkedLine[]; reserve: string }

/** What the address sets beside the orders: whose lie is looked for, and what is believed of bidders. */
export type AuctionAsked = { lie: string; belief: Knobs }

/** A book of sealed orders, the market's own or the reader's, cleared under three rules. */
export function Auctions({
  network,
  live,
  start,
  asked,
  kept,
  knobs,
  source,
}: {
  network: string
  live: AuctionStart
  /** the address's orders, where it holds some */
  start: AuctionStart
  asked: AuctionAsked
  /** what of the address is set elsewhere */
  kept: string
  /** what is believed of bidders, at first from the market's own values */
  knobs: readonly Knob[]
  source: string
}) {
  const [state, setState] = useState(start)
  const [lie, setLie] = useState(asked.lie)
  const [belief, setBelief] = useState(asked.belief)
  const isLive =
    writeLines(state.bids) === writeLines(live.bids) && writeLines(state.asks) === writeLines(live.asks)
  const { bids, asks, reserve } = state
  const book = useMemo<SealedBook | undefined>(() => {
    const [buy, sell] = [ordersOf(bids), ordersOf(asks)]
    return buy && sell && { bids: buy, asks: sell }
  }, [bids, asks])
  const reserveCents = reserve.trim() === '' ? 0 : readCents(reserve)
  useEffect(() => {
    if (!book || reserveCents === undefined) return
    const timer = setTimeout(() => {
      const query = [
        kept,
        isLive ? '' : `bids=${writeLines(bids)}&asks=${writeLines(asks)}`,
        reserve.trim() && `reserve=${reserve.trim()}`,
        lie && `lie=${lie}`,
        writeKnobs(knobs, belief).slice(1),
      ].filter(Boolean)
      const address = `${window.location.pathname}${query.length > 0 ? `?${query.join('&')}` : ''}`
      window.history.replaceState(window.history.state, '', `${address}${window.location.hash}`)
    }, 300)
    return () => clearTimeout(timer)
  }, [book, bids, asks, reserve, reserveCents, isLive, kept, lie, knobs, belief])
  const clearings = useMemo<Clearings | undefined>(() => {
    if (!book || reserveCents === undefined) return undefined
    return {
      batch: clearBook('batch', book, reserveCents),
      mcafee: clearBook('mcafee', book, reserveCents),
      vcg: clearBook('vcg', book, reserveCents),
    }
  }, [book, reserveCents])
  const labels = useMemo(() => new Map([...bids, ...asks].map(({ id, label }) => [id, label])), [bids, asks])
  const valued = live.asks.flatMap(({ position }) => (position?.value ? [position.value.p50] : []))
  const origin = isLive ? source : `orders edited in this page, beginning from ${source}`
  return (
    <div className="space-y-8">
      {book && clearings && (
        <AuctionAnswer network={network} book={book} clearings={clearings} reserveUsd={bestReserve(belief)} />
      )}
      <Section
        title="The book"
        note={
          isLive
            ? `${network}: the market’s own orders at this moment`
            : `${network}: edited, not the market’s`
        }
        action={
          !isLive && (
            <Button size="sm" onClick={() => setState({ ...live, reserve })}>
              Back to the live orders
            </Button>
          )
        }
      >
        <form
          aria-label="The book"
          className="grid gap-x-10 gap-y-6 lg:grid-cols-2"
          onSubmit={(event) => event.preventDefault()}
        >
          <div>
            <OrdersEditor
              side="bids"
              lines={bids}
              onChange={(lines) => setState({ ...state, bids: lines })}
            />
            {bids.length === 0 && (
              <p className="mt-3 max-w-prose text-sm text-muted">
                Nobody bids on a position of {network} now, so that nothing clears.{' '}
                {valued.length > 0 && (
                  <button
                    type="button"
                    className="link cursor-pointer"
                    onClick={() => setState({ ...state, bids: bidsAtValue(valued) })}
                  >
                    Suppose a bid at each listed position’s P50
                  </button>
                )}
              </p>
            )}
          </div>
          <OrdersEditor side="asks" lines={asks} onChange={(lines) => setState({ ...state, asks: lines })} />
          <Field
            label={
              <>
                Reserve <span className="text-xs">USD a unit</span>
              </>
            }
            hint="Asks below it count as asks at it"
            error={reserveCents === undefined ? 'Dollars to the cent, above zero, or nothing.' : undefined}
            className="max-w-xs"
          >
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                className="figures text-right"
                value={writeTyped(reserve)}
                onChange={({ target }) => setState({ ...state, reserve: plainIfFigure(target.value) })}
              />
            )}
          </Field>
        </form>
        {!book && (
          <div className="mt-4">
            <ErrorNote
              error={{
                message: `An order is none yet: whole units from 1, dollars to the cent, and up to ${MOST_UNITS} units a side.`,
              }}
            >
              What is typed is kept.
            </ErrorNote>
          </div>
        )}
      </Section>
      {book && clearings && (
        <>
          <Section title="Three rules" note="the same orders, taken at their word">
            <RulesTable clearings={clearings} />
          </Section>
          <Section title="Demand and supply" note="units that would be bought and sold at a price">
            {book.bids.length + book.asks.length === 0 ? (
              <Empty title="No order">Add a bid and an ask.</Empty>
            ) : (
              <Curves book={book} reserveCents={reserveCents ?? 0} clearings={clearings} source={origin} />
            )}
          </Section>
          <Section title="Who wins, who pays what">
            <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2">
              {book.bids.length > 0 && (
                <FillsTable side="bids" orders={book.bids} labels={labels} clearings={clearings} />
              )}
              {book.asks.length > 0 && (
                <FillsTable side="asks" orders={book.asks} labels={labels} clearings={clearings} />
              )}
            </div>
          </Section>
          {book.bids.length + book.asks.length > 0 && (
            <LieSection
              book={book}
              labels={labels}
              reserveCents={reserveCents ?? 0}
              chosen={lie}
              onChoose={setLie}
              source={origin}
            />
          )}
        </>
      )}
      <ReserveSection
        knobs={knobs}
        values={belief}
        onChange={setBelief}
        source={`P5 and P95 of the listed position in the middle at first; ${source}`}
        onReserve={(dollars) => setState({ ...state, reserve: dollarsOf(Math.round(dollars * 100)) })}
      />
    </div>
  )
}

function Curves({
  book,
  reserveCents,
  clearings,
  source,
}: {
  book: SealedBook
  reserveCents: number
  clearings: Clearings
  source: string
}) {
  const floored = book.asks.map((ask) => ({ ...ask, limitCents: Math.max(ask.limitCents, reserveCents) }))
  const { units, buys } = clearings.batch
  const [first] = buys.values()
  return (
    <LineFigure
      label="Demand and supply by units, with the one price"
      x={{ name: 'units', format: formatCount }}
      y={{ name: 'USD a unit', format: formatUsdCompact, isTight: true }}
      series={[
        { name: 'demand', points: steps(book.bids, -1), isStep: true },
        { name: 'supply', points: steps(floored, 1), isStep: true },
      ].filter(({ points }) => points.length > 0)}
      dots={
        first === undefined
          ? []
          : [
              {
                x: units,
                y: first.cents / first.units / 100,
                name: 'the one price',
                label: `one price, ${money(first.cents / first.units)}`,
                isHollow: false,
              },
            ]
      }
      origin={{ source, method: '#method', file: 'demand-and-supply' }}
    />
  )
}

/** Units by price, from the eagerest order on. */
function steps(orders: readonly SealedOrder[], direction: 1 | -1) {
  const sorted = orders.toSorted((a, b) => direction * (a.limitCents - b.limitCents))
  let x = 0
  const points = sorted.map(({ quantity, limitCents }) => {
    x += quantity
    return { x, y: limitCents / 100 }
  })
  return points[0] ? [{ x: 0, y: points[0].y }, ...points] : []
}

/** A supposed bid at each value, highest first; whole dollars. */
function bidsAtValue(p50s: readonly bigint[]): LinkedLine[] {
  return [...p50s]
    .sort((a, b) => Number(b - a))
    .filter((cents) => cents >= 100n)
    .map((cents, k) => ({
      id: `b${String(k + 1).padStart(2, '0')}`,
      label: `Supposed bid ${k + 1}`,
      units: '1',
      dollars: String(cents / 100n),
    }))
}
