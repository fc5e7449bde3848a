'use client'

import dynamic from 'next/dynamic'
import { DeviceCommand } from '@/components/register/device-command'
import { Button, LinkButton, Tag } from '@/components/ui'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import { formatMinute } from '@/lib/core/format'
import { EndingOrders } from './ending-orders'
import type { MoveUnderWay } from './move-under-way'
import { RevaluePosition } from './revalue-position'

const SendMove = dynamic(() => import('./send-move').then((it) => it.SendMove), { ssr: false })

const states = {
  challenged: 'the device is to sign',
  attested: 'signed: the owner is to send it',
  done: 'done',
  expired: 'expired',
} as const

/** Which device goes where, and how far that is. */
export function MoveName({ move: { view, networkName } }: { move: MoveUnderWay }) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3">
      <span className="font-medium">
        {view.metadata.name} to {networkName}
      </span>
      <Tag>{states[view.status]}</Tag>
      {view.status !== 'done' && (
        <span className="text-sm text-muted">until {formatMinute(new Date(view.expiresAt))}</span>
      )}
    </span>
  )
}

/** What is to be done for one move, from its challenge to its block. */
export function MoveProgress({
  move,
  origin,
  isOneOfMany = false,
}: {
  move: MoveUnderWay
  origin: string
  /** its value there is left to the worker's next round */
  isOneOfMany?: boolean
}) {
  const { view, networkName } = move
  return (
    <article aria-label={`Move of position ${view.positionId} to ${networkName}`} className="max-w-3xl">
      <div className="mt-3 grid gap-3">
        {view.status === 'challenged' && (
          <>
            <DeviceCommand origin={origin} view={view} />
            <p role="status" className="text-sm text-muted">
              Waiting for the device’s signature…
            </p>
          </>
        )}
        {view.status === 'attested' && (
          <>
            <EndingOrders {...move.orders} />
            {view.call ? (
              <WithWallet
                otherwise={
                  <div>
                    <Button variant="primary" onClick={walletStore.openConnect}>
                      Connect a wallet to send it
                    </Button>
                  </div>
                }
              >
                <SendMove view={view} networkName={networkName} call={view.call} />
              </WithWallet>
            ) : (
              <p className="text-sm text-muted">
                A lease runs on this position: its user has to sign the move too, through the API, before it
                can be sent.
              </p>
            )}
          </>
        )}
        {view.status === 'done' && (
          <>
            {isOneOfMany ? (
              <p>It stands on {networkName} now, and is valued there within a few minutes.</p>
            ) : (
              <RevaluePosition
                positionId={view.positionId}
                network={{ slug: view.network, name: networkName }}
              />
            )}
            <div className="flex flex-wrap gap-2">
              <LinkButton size="sm" href={`/positions/${view.positionId}`}>
                Open position {view.positionId}
              </LinkButton>
              <LinkButton size="sm" href={`/ledger?of=${view.positionId}`}>
                Its ledger
              </LinkButton>
            </div>
          </>
        )}
        {view.status === 'expired' && (
          <p className="text-sm text-muted">
            The challenge was not used in time. Nothing has changed; begin the move again above.
          </p>
        )}
      </div>
    </article>
  )
}
