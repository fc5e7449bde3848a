'use client'

import dynamic from 'next/dynamic'
import { useCallback, useState } from 'react'
import { Empty, LinkButton, Section } from '@/components/ui'
import { useWallet } from '@/components/wallet/use-wallet'
import { WithWallet } from '@/components/wallet/with-wallet'
import { formatCount } from '@/lib/core/format'
import type { MyOrdersPage } from '@/lib/market/my-orders'
import { OrderRows } from './order-rows'

const BackOrder = dynamic(() => import('./back-order').then((it) => it.BackOrder), { ssr: false })
const CancelBar = dynamic(() => import('./cancel-bar').then((it) => it.CancelBar), { ssr: false })

/**
 * Every order an account has signed: those that can be filled, those that could come back and after what, and those that
 * are over. Its owner can take back one, several, or all at once. Anyone may read it; it needs no wallet to be shown.
 */
export function MyOrders({ page }: { page: MyOrdersPage }) {
  const { owner, live, dormant, over, now } = page
  const { account } = useWallet()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const chooseNone = useCallback(() => setChosen(new Set()), [])
  const isOwn = account?.toLowerCase() === owner
  const unfinished = [...live, ...dormant]
  const still = unfinished.filter(({ hash }) => chosen.has(hash))
  const choose = isOwn
    ? (hashes: readonly string[], isChosen: boolean) =>
        setChosen((before) => {
          const after = new Set(before)
          for (const hash of hashes)
            if (isChosen) after.add(hash)
            else after.delete(hash)
          return after
        })
    : undefined

  if (unfinished.length + over.length === 0)
    return (
      <Empty
        title="This account has signed no order"
        action={
          <LinkButton href={isOwn ? '/list' : '/market'}>
            {isOwn ? 'List positions' : 'To the market'}
          </LinkButton>
        }
      >
        Listings and offers stand here from the moment they are signed until they can never be filled again.
      </Empty>
    )
  return (
    <div className="grid gap-8">
      <Section title="Can be filled now" note={formatCount(live.length)}>
        {live.length === 0 ? (
          <p className="text-muted">Nothing of this account can be filled at this moment.</p>
        ) : (
          <OrderRows
            caption="Orders that can be filled now"
            orders={live}
            now={now}
            chosen={chosen}
            onChoose={choose}
          />
        )}
      </Section>
      {dormant.length > 0 && (
        <Section title="Could come back" note={formatCount(dormant.length)}>
          <p className="mb-3 max-w-prose border-l-2 border-signal pl-3 text-sm">
            These were signed and never taken back. Nobody can fill them now, but each can be filled again, at
            its price, once the event it names has happened. Cancel what you no longer mean.
          </p>
          <OrderRows
            caption="Orders that could come back"
            orders={dormant}
            now={now}
            chosen={chosen}
            onChoose={choose}
            actionOf={(order) =>
              isOwn &&
              order.standing === 'not_approved' && (
                <WithWallet otherwise={null}>
                  <div className="mt-1 grid gap-2">
                    <BackOrder orderHash={order.hash} account={owner} head={page.head} />
                  </div>
                </WithWallet>
              )
            }
          />
        </Section>
      )}
      {page.isCut && (
        <p className="text-sm text-muted">
          Only the newest {formatCount(unfinished.length)} are shown. Cancelling all at once ends the others
          too.
        </p>
      )}
      {isOwn && unfinished.length > 0 && (
        <WithWallet otherwise={null}>
          <CancelBar owner={owner} orders={still} head={page.head} onCancelled={chooseNone} />
        </WithWallet>
      )}
      {over.length > 0 && (
        <Section title="Over" note="can never be filled again">
          <OrderRows caption="Orders that are over" orders={over} now={now} />
        </Section>
      )}
    </div>
  )
}
