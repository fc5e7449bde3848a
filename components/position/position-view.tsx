import Link from 'next/link'
import { IfOthersJoin, type IfOthersJoinView } from '@/components/congestion/if-others-join'
import { PositionBook } from '@/components/orders/position-book'
import { PositionRewards } from '@/components/rewards/position-rewards'
import { Section } from '@/components/ui'
import { ValuationSection } from '@/components/valuation/valuation-section'
import { bestListing, type PositionPage } from '@/lib/market/position-page'
import { nearestReference } from '@/lib/market/reference-price/nearest-reference'
import type { ClaimNetwork } from '@/lib/market/rewards/claim-page'
import { ActionPanel } from './action-panel'
import { Identity } from './identity'
import { LivePosition } from './live-position'
import { PlaceSection } from './place-section'
import { PositionHead } from './position-head'
import { PositionOrders } from './position-orders'
import { PositionReference } from './position-reference'
import { PositionSales } from './position-sales'
import { Provenance } from './provenance'
import { RewardSection } from './reward-section'
import { SimilarSection } from './similar-section'
import { UptimeSection } from './uptime-section'
import { ValueInputs } from './value-inputs'
import { ValuePanel } from './value-panel'
import { ValueParts } from './value-parts'
import { Warnings } from './warnings'
import { WhatYouGet } from './what-you-get'

/** A position's page: value first, then what can be done, what a buyer gets, and how each figure came about. */
export function PositionView({
  page,
  paid,
  joining,
  settings,
}: {
  page: PositionPage
  /** what it earned each of its owners */
  paid: { networks: readonly ClaimNetwork[]; isLocal: boolean }
  /** what it loses if others join; undefined where its value cannot tell */
  joining: IfOthersJoinView | undefined
  settings: { feeBasisPoints: number; isLocal: boolean }
}) {
  const { facts, valuation, rewards, now } = page
  return (
    <div className="pb-16">
      <LivePosition
        positionId={facts.id}
        head={page.head}
        shows={page.orders.map(({ hash, standing }) => `${hash} ${standing}`).join()}
      />
      <PositionHead facts={facts} />
      <Warnings facts={facts} />
      <ValuePanel page={page} />
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {/* on a phone its two parts stand before and after the rest */}
        <aside className="max-lg:contents lg:order-last">
          <div className="grid-cols-[minmax(0,1fr)] gap-8 max-lg:contents lg:sticky lg:top-18 lg:grid">
            <Section title="Trade" className="max-lg:order-first">
              <ActionPanel
                position={{
                  id: facts.id,
                  owner: facts.owner,
                  head: page.head,
                  value: valuation && {
                    value: valuation.value,
                    p5: valuation.p5,
                    p50: valuation.p50,
                    p95: valuation.p95,
                  },
                  reference: referenceOf(page),
                  orders: page.orders,
                  listing: bestListing(page),
                  book: page.book,
                  isDemonstration: facts.isDemonstration,
                  isTainted: facts.isTainted,
                  ...settings,
                }}
              />
            </Section>
            <Section title="On the record" className="max-lg:order-last">
              <Identity facts={facts} did={page.deviceDid} now={now} />
            </Section>
          </div>
        </aside>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-10">
          <Section id="book" title="Bids and asks" note="what can be filled at this moment">
            <PositionBook book={page.book} value={valuation} now={now} />
          </Section>
          <Section id="reference" title="Reference price" note="what was paid, wash trades left out">
            <PositionReference page={page} />
          </Section>
          <Section id="what-you-get" title="Before you pay">
            <WhatYouGet page={page} />
          </Section>
          {valuation && (
            <Section title="What the value is made of" note={`Model ${valuation.model}`}>
              <ValueParts valuation={valuation} />
              <p className="mt-3 max-w-prose text-sm text-muted">
                Discounted rewards of a holder who idles, moves to another network or scraps when that pays:
                lognormal rewards, a constant hazard, running cost, devices that enter and leave. It knows no
                seasons and no rules that change; it rests on the figures and assumptions below, and is not
                advice.
              </p>
              <details className="mt-3">
                <summary className="cursor-pointer text-sm text-muted hover:text-ink">
                  All inputs and their sources
                </summary>
                <div className="mt-3">
                  <ValueInputs valuation={valuation} />
                  <p className="mt-2 text-xs break-all text-muted">
                    Hash of model and inputs: <span className="figures">{valuation.inputsHash}</span>
                  </p>
                </div>
              </details>
            </Section>
          )}
          <ValuationSection page={page} />
          {joining && (
            <IfOthersJoin action={`/positions/${facts.id}`} page={joining} owner={facts.owner} isOwnPage />
          )}
          {rewards && (
            <Section
              title="Reward history"
              action={
                <Link prefetch={false} href={`/lab/honesty?position=${facts.id}`} className="link">
                  The bond that keeps its reports honest
                </Link>
              }
            >
              <RewardSection rewards={rewards} isDemonstration={facts.isDemonstration} />
            </Section>
          )}
          <PositionRewards {...paid} now={now} />
          <Section title="Uptime history">
            <UptimeSection page={page} />
          </Section>
          <Section title="Place">
            <PlaceSection page={page} />
          </Section>
          <Section title="Orders" note="every one that was signed, and what became of it">
            <PositionOrders orders={page.orders} now={now} />
          </Section>
          <Section title="Sales">
            <PositionSales sales={page.sales} now={now} />
          </Section>
          <Section title="From the device’s proof to today">
            <Provenance page={page} />
          </Section>
        </div>
      </div>
      <div className="mt-10">
        <SimilarSection page={page} />
      </div>
    </div>
  )
}

/** As much of the nearest reference as a form holds a price against. */
function referenceOf({ references, valuation }: PositionPage) {
  const found = nearestReference(references, valuation)
  return found && { scope: found.scope, price: found.price, share: found.share, sales: found.sales }
}
