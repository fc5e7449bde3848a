import type { ReactNode } from 'react'
import { Address, Time } from '@/components/ui'
import { formatPercent } from '@/lib/core/format'
import type { PositionPage } from '@/lib/market/position-page'

/** What must be known before anyone pays: who holds what, what comes with the token, and what does not. */
export function WhatYouGet({ page }: { page: PositionPage }) {
  const { facts, reports, now } = page
  const operator = facts.document?.operator
  return (
    <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
      <Part title="Who holds the device and its key">
        <p>
          The operator does: {operator ? `“${operator}”, by the record’s own word; ` : ''}the account that
          registered it is <Address value={facts.registered.by} copy={false} />. The device’s key is{' '}
          {facts.keyType === 'p256' ? 'a P-256' : 'a secp256k1'} key inside it and is never handed over.
        </p>
        <p>
          {reports ? (
            <>
              It last reported <Time at={reports.last} now={now} />
              {reports.uptimeShare !== undefined &&
                `, and was in service ${formatPercent(reports.uptimeShare * 100, 1)} of ${reports.days} reported days`}
              .
            </>
          ) : (
            'It has sent no report here yet, so its uptime is not known.'
          )}
        </p>
      </Part>
      <Part title="Hosted, not delivered">
        <p>
          This sale is <strong className="font-medium">hosted</strong>: the device stays where it is and its
          operator goes on running it. Delivery, where it is shipped and the price waits in escrow until it
          reports under the buyer’s own challenge, is not offered yet.
        </p>
      </Part>
      <Part title="What the buyer gets">
        <p>
          The token, and with it the right to the device’s rewards{' '}
          <strong className="font-medium">from the block of the sale on</strong>; to sell it again, to give
          its use to someone, and, with the device’s signature, to move it to another network.
        </p>
        <p>The sale is refused by the chain if the device has changed since the seller signed.</p>
      </Part>
      <Part title="What the buyer does not get">
        <p>
          The hardware in hand, or any hold over it:{' '}
          <strong className="font-medium">the operator can switch it off</strong>, and the rewards end with
          that. What accrued before the sale stays the seller’s to claim. Nothing is refunded.
        </p>
      </Part>
      {facts.user && (
        <Part title="Its use">
          <p>
            {facts.user.isRunning ? 'In use by ' : 'Was last used by '}
            <Address value={facts.user.address} copy={false} />, until{' '}
            <Time at={facts.user.expiresAt} now={now} />. A lease goes on through a sale.
          </p>
        </Part>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 text-sm text-muted">{title}</h3>
      <div className="grid gap-1.5">{children}</div>
    </div>
  )
}
