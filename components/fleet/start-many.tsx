'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { WithWallet } from '@/components/wallet/with-wallet'
import { formatCount } from '@/lib/core/format'
import type { ManyToStart } from './move-to-start'

const BeginMany = dynamic(() => import('./begin-many').then((it) => it.BeginMany), { ssr: false })

/** The owner's way from many moves of the plan to their challenges; nothing for anyone else. */
export function StartMany(given: ManyToStart) {
  const { account } = useWallet()
  const [isOpen, setOpen] = useState(false)
  const movable = given.moves.filter(({ lacksPlace }) => !lacksPlace)
  if (account?.toLowerCase() !== given.account.toLowerCase() || movable.length < 2) return null
  if (!isOpen)
    return (
      <Button size="sm" onClick={() => setOpen(true)}>
        Carry out {movable.length === given.devices ? `all ${formatCount(movable.length)}` : 'many'}
      </Button>
    )
  return (
    <div className="max-w-md text-left">
      <WithWallet otherwise={null}>
        <BeginMany {...given} moves={movable} onClose={() => setOpen(false)} />
      </WithWallet>
    </div>
  )
}
