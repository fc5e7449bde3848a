'use client'

import { useState } from 'react'
import type { Address } from 'viem'
import type { PanelPosition } from '@/components/position/panel-position'
import { Button } from '@/components/ui'
import { CancelOrder } from './cancel-order'
import { ListForm } from './list-form'

/** What an owner can do: list, or take a listing back. */
export function OwnerPanel({
  position,
  account,
  isReading,
  onListed,
}: {
  position: PanelPosition
  account: Address
  /** the record has not read the approval of the newest listing yet */
  isReading: boolean
  onListed: (block: number | undefined) => void
}) {
  const standing = position.orders.filter(
    (order) =>
      order.kind === 'listing' &&
      order.offerer.toLowerCase() === account.toLowerCase() &&
      (order.standing === 'open' || order.standing === 'not_approved'),
  )
  const [wantsMore, setWantsMore] = useState(false)
  const isListed = standing.length > 0
  return (
    <div className="grid gap-4">
      <p>You own this position{isListed ? ' and have listed it.' : '.'}</p>
      {standing.map((order) => (
        <CancelOrder
          key={order.hash}
          order={order}
          account={account}
          head={position.head}
          isReading={isReading}
        />
      ))}
      {isListed && !wantsMore ? (
        <Button variant="quiet" size="sm" className="justify-self-start" onClick={() => setWantsMore(true)}>
          List at another price
        </Button>
      ) : (
        <ListForm position={position} account={account} standing={standing} onListed={onListed} />
      )}
    </div>
  )
}
