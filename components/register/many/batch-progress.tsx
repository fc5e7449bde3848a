'use client'

import dynamic from 'next/dynamic'
import { Button, CopyButton, ErrorNote } from '@/components/ui'
import { buttonLook } from '@/components/ui/button'
import { Step } from '@/components/ui/step'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import { formatCount } from '@/lib/core/format'
import type { BatchView } from './batch-view'
import { Meter } from './meter'
import { useBatch } from './use-batch'

const MintMany = dynamic(() => import('./mint-many').then((it) => it.MintMany), { ssr: false })
const RenewBatch = dynamic(() => import('./renew-batch').then((it) => it.RenewBatch), { ssr: false })

/** From the file to its positions: judged, proven, minted. Any browser that has the link can follow. */
export function BatchProgress({
  batch: initial,
  origin,
  mintAtOnce,
}: {
  batch: BatchView
  origin: string
  mintAtOnce: number
}) {
  const { batch, isAway } = useBatch(initial)
  const { id, owner, rows, counts } = batch
  const good = rows - counts.refused
  const answered = counts.proven + counts.minted
  const address = `/register/many/${id}`
  return (
    <div>
      {isAway && (
        <div className="mb-4">
          <ErrorNote error={{ message: 'Hotswap’s server does not answer.' }}>
            Nothing is lost; this page goes on by itself when it is back.
          </ErrorNote>
        </div>
      )}
      <Step number={1} title="The file is judged" state="done">
        <p className="text-sm">
          <span className="figures">{formatCount(good)}</span> of{' '}
          <span className="figures">{formatCount(rows)}</span> rows are good
          {counts.refused > 0 && (
            <>
              ; <span className="figures">{formatCount(counts.refused)}</span> are refused, each with its
              reason below
            </>
          )}
          .
        </p>
        {counts.refused > 0 && (
          <p className="mt-2">
            <a href={`${address}/results.csv?only=refused`} download className={buttonLook({ size: 'sm' })}>
              Download the refused rows to mend
            </a>
          </p>
        )}
      </Step>
      <Step
        number={2}
        title="The devices prove themselves"
        state={good > 0 && counts.waiting === 0 ? 'done' : good === 0 ? 'later' : 'current'}
      >
        <div className="grid max-w-3xl gap-4">
          <Meter label="Proven" done={answered} of={good} />
          {counts.waiting > 0 && <Answer origin={origin} id={id} owner={owner} />}
          {counts.expired > 0 && (
            <WithWallet
              otherwise={
                <Button onClick={walletStore.openConnect}>Connect a wallet for new challenges</Button>
              }
            >
              <RenewBatch id={id} expired={counts.expired} />
            </WithWallet>
          )}
        </div>
      </Step>
      <Step
        number={3}
        title="The positions are minted"
        state={good > 0 && counts.minted === good ? 'done' : counts.proven > 0 ? 'current' : 'later'}
      >
        <div className="grid max-w-3xl gap-4">
          <Meter label="Minted" done={counts.minted} of={good} />
          {counts.proven > 0 && (
            <WithWallet
              otherwise={
                <div>
                  <Button variant="primary" onClick={walletStore.openConnect}>
                    Connect a wallet to mint
                  </Button>
                </div>
              }
            >
              <MintMany id={id} owner={owner} proven={counts.proven} atOnce={mintAtOnce} />
            </WithWallet>
          )}
        </div>
      </Step>
    </div>
  )
}

/** The command that makes a whole fleet answer, exactly as it is to be run. */
function Answer({ origin, id, owner }: { origin: string; id: string; owner: string }) {
  const command = `npm run device -- fleet prove --url ${origin} --batch ${id} --owner ${owner}`
  return (
    <div className="grid gap-2">
      <p className="text-sm">
        Run this where the fleet’s keys lie (one key a line, in <code className="figures">fleet.keys</code> or
        the file <code className="figures">--keys</code> names), in a copy of this repository. It reads each
        claim, signs only for this owner, and can be run again.
      </p>
      <div className="flex items-start gap-2 rounded border border-control bg-sunken py-1.5 pr-2 pl-4">
        <code className="figures min-w-0 flex-1 self-center text-sm break-all">{command}</code>
        <CopyButton text={command} what="command" />
      </div>
      <p className="text-sm text-muted">
        Keys elsewhere?{' '}
        <a
          href={`/api/v1/registration-batches/${id}/challenges`}
          download={`challenges-${id.slice(0, 8)}.json`}
          className="link"
        >
          Download the challenges
        </a>{' '}
        and give the file to <code className="figures">--batch</code>, or let each device answer alone.
      </p>
      <p role="status" className="flex items-center gap-2 text-sm text-muted">
        <span
          aria-hidden
          className="size-2 animate-pulse rounded-full bg-signal motion-reduce:animate-none"
        />
        Waiting for the devices’ signatures…
      </p>
    </div>
  )
}
