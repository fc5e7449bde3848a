'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { WithWallet } from '@/components/wallet/with-wallet'

const BeginMove = dynamic(() => import('./begin-move').then((it) => it.BeginMove), { ssr: false })

export type MoveToStart = {
  account: string
  positionId: number
  name: string
  network: { slug: string; name: string }
  models: readonly { slug: string; name: string }[]
  orders: { listings: number; offers: number }
  lacksPlace: boolean
}

/** The owner's way from a move of the plan to its challenge; nothing for anyone else. */
export function StartMove(move: MoveToStart) {
  const { account } = useWallet()
  const [isOpen, setOpen] = useState(false)
  if (account?.toLowerCase() !== move.account.toLowerCase()) return null
  if (!isOpen)
    return (
      <Button size="sm" onClick={() => setOpen(true)} aria-label={`Carry out the move of ${move.name}`}>
        Carry out
      </Button>
    )
  return (
    <div className="w-64 text-left whitespace-normal">
      <WithWallet otherwise={null}>
        <BeginMove {...move} onClose={() => setOpen(false)} />
      </WithWallet>
    </div>
  )
}
