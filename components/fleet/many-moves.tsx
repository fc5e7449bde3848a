'use client'

import dynamic from 'next/dynamic'
import { Button, CopyButton } from '@/components/ui'
import { buttonLook } from '@/components/ui/button'
import { walletStore } from '@/components/wallet/wallet-store'
import { WithWallet } from '@/components/wallet/with-wallet'
import { formatCount } from '@/lib/core/format'
import type { MoveUnderWay } from './move-under-way'

const SendMany = dynamic(() => import('./send-many').then((it) => it.SendMany), { ssr: false })

/** What can be done for several moves at once: the devices' signatures by one command, and the owner's calls in a row. */
export function ManyMoves({ moves, origin }: { moves: readonly MoveUnderWay[]; origin: string }) {
  const waiting = moves.filter(({ view }) => view.status === 'challenged')
  const signed = moves.filter(({ view }) => view.status === 'attested' && view.call)
  if (waiting.length < 2 && signed.length < 2) return null
  return (
    <div className="mb-4 grid max-w-3xl gap-4">
      {waiting.length > 1 && (
        <Command count={waiting.length} owner={waiting[0]!.view.owner} origin={origin} />
      )}
      {signed.length > 1 && (
        <WithWallet
          otherwise={
            <div>
              <Button variant="primary" onClick={walletStore.openConnect}>
                Connect a wallet to send {formatCount(signed.length)} moves
              </Button>
            </div>
          }
        >
          <SendMany moves={signed} />
        </WithWallet>
      )}
    </div>
  )
}

function Command({ count, owner, origin }: { count: number; owner: string; origin: string }) {
  const command = `npm run device -- fleet move --moves moves.json --owner ${owner} --url ${origin}`
  return (
    <div className="grid gap-2">
      <p className="text-sm">
        {formatCount(count)} devices are to sign. Where their keys lie on one machine (one key a line, in{' '}
        <code className="figures">fleet.keys</code> or the file <code className="figures">--keys</code>{' '}
        names), one command signs for all of them: download their challenges there and run it in a copy of
        this repository.
      </p>
      <div className="flex items-start gap-2 rounded border border-control bg-sunken py-1.5 pr-2 pl-4">
        <code className="figures min-w-0 flex-1 self-center text-sm break-all">{command}</code>
        <CopyButton text={command} what="command for all" />
      </div>
      <div>
        <a href="/operate/fleet/moves.json" download="moves.json" className={buttonLook({ size: 'sm' })}>
          Download moves.json
        </a>
      </div>
    </div>
  )
}
