'use client'

import dynamic from 'next/dynamic'
import { Address, Button, ErrorNote, LinkButton } from '@/components/ui'
import { Step } from '@/components/ui/step'
import { useFollowed } from '@/components/ui/use-followed'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import { formatInstant } from '@/lib/core/format'
import { DemoDevice } from './demo-device'
import { DeviceCommand } from './device-command'
import type { RegistrationView } from './registration-view'

const MintPosition = dynamic(() => import('./mint-position').then((it) => it.MintPosition), { ssr: false })

/** From challenge to position: the proof, the transaction, the record. Any browser that has the link can follow. */
export function RegistrationProgress({
  registration,
  device,
  isLocal,
  origin,
}: {
  registration: RegistrationView
  /** which device the form named */
  device: 'agent' | 'browser'
  isLocal: boolean
  origin: string
}) {
  const { view, setView, isAway } = useFollowed(`/api/v1/registrations/${registration.id}`, registration)
  const isProven = view.device !== null
  const isExpired = view.status === 'expired'
  return (
    <div>
      {isAway && (
        <div className="mb-4">
          <ErrorNote error={{ message: 'Hotswap’s server does not answer.' }}>
            Nothing is lost; this page goes on by itself when it is back.
          </ErrorNote>
        </div>
      )}
      <Step number={1} title="The challenge is made" state="done">
        <p className="text-sm text-muted">
          Good until {formatInstant(new Date(view.expiresAt))}. This page has its own address: it can be
          reloaded, or opened on another device.
        </p>
      </Step>
      <Step
        number={2}
        title={isProven ? 'The device has proven itself' : 'The device proves itself'}
        state={isProven ? 'done' : isExpired ? 'later' : 'current'}
      >
        {view.device ? (
          <p className="text-sm text-muted">
            Device <Address value={view.device.id} what="device" />, a {view.device.key.keyType} key. It
            signed the claim, and the attester {view.attester && <Address value={view.attester} />} confirmed
            it.
          </p>
        ) : isExpired ? (
          <Expired />
        ) : (
          <div className="grid gap-4">
            {device === 'browser' && isLocal ? (
              <DemoDevice view={view} onProven={setView} />
            ) : (
              <DeviceCommand origin={origin} view={view} />
            )}
            <p role="status" className="flex items-center gap-2 text-sm text-muted">
              <span
                aria-hidden
                className="size-2 animate-pulse rounded-full bg-signal motion-reduce:animate-none"
              />
              Waiting for the device’s signature…
            </p>
          </div>
        )}
      </Step>
      <Step
        number={3}
        title="The position is minted"
        state={view.positionId !== null ? 'done' : isProven && !isExpired ? 'current' : 'later'}
      >
        {isProven && view.positionId === null && isExpired && <Expired />}
        {view.call && view.positionId === null && !isExpired && (
          <WithWallet
            otherwise={
              <Button variant="primary" onClick={walletStore.openConnect}>
                Connect a wallet to mint
              </Button>
            }
          >
            <MintPosition id={view.id} owner={view.owner} call={view.call} />
          </WithWallet>
        )}
        {!isProven && <p className="text-sm">One transaction, sent by your wallet; you pay its gas.</p>}
      </Step>
      <Step
        number={4}
        title="It is on the public record"
        state={view.positionId !== null ? 'current' : 'later'}
      >
        {view.positionId !== null ? (
          <div className="flex flex-wrap items-center gap-4">
            <LinkButton variant="primary" href={`/positions/${view.positionId}`}>
              Open position {view.positionId}
            </LinkButton>
            <LinkButton variant="quiet" href="/register">
              Register another
            </LinkButton>
          </div>
        ) : (
          <p className="text-sm">Valued, listable, and traceable to this proof.</p>
        )}
      </Step>
    </div>
  )
}

function Expired() {
  return (
    <ErrorNote
      error={{ message: 'The challenge has expired before it was used.' }}
      action={<LinkButton href="/register">Start again</LinkButton>}
    >
      Nothing was minted; the device can answer a new one.
    </ErrorNote>
  )
}
