'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { WithWallet } from '@/components/wallet/with-wallet'
import type { MoveToStart } from './move-to-start'

const BeginMove = dynamic(() => import('./begin-move').then((it) => it.BeginMove), { ssr: false })

/** The owner's way from a move of the plan to its challenge; nothing for anyone else. */
export function StartMove(move: MoveToStart) {
  const { account } = useWallet()
  const [step, setStep] = useState<'closed' | 'open' | 'begun'>('closed')
  if (account?.toLowerCase() !== move.account.toLowerCase()) return null
  if (step === 'begun')
    return (
      <a href="#under-way" className="link text-sm">
        Under way
      </a>
    )
  if (step === 'closed')
    return (
      <Button size="sm" onClick={() => setStep('open')} aria-label={`Carry out the move of ${move.name}`}>
        Carry out
      </Button>
    )
  return (
    <div className="w-64 text-left whitespace-normal">
      <WithWallet otherwise={null}>
        <BeginMove {...move} onClose={() => setStep('closed')} onBegun={() => setStep('begun')} />
      </WithWallet>
    </div>
  )
}
