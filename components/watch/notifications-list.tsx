import Link from 'next/link'
import { Money } from '@/components/portfolio/held-table'
import { PositionName } from '@/components/portfolio/named-position'
import { Tag, Time } from '@/components/ui'
import type { Notification } from '@/lib/market/watch'
import { notificationWords } from './rule-words'

/** What happened to what is watched, newest first; what was not read is marked. */
export function NotificationsList({
  notifications,
  now,
}: {
  notifications: readonly Notification[]
  now: Date
}) {
  if (notifications.length === 0)
    return (
      <p className="text-muted">Nothing has happened yet to what you watch. It stands here when it does.</p>
    )
  return (
    <ol aria-label="Alerts, newest first" className="border-t border-rule">
      {notifications.map((it) => (
        <li
          key={it.seq}
          data-notification={it.kind}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 border-b border-rule py-2 sm:grid-cols-[14rem_minmax(0,1fr)_7rem_7rem]"
        >
          <span className={it.isRead ? 'text-muted' : 'font-medium'}>
            {!it.isRead && (
              <span aria-hidden className="mr-2 inline-block size-2 rounded-full bg-signal align-middle" />
            )}
            {notificationWords[it.kind]}
            {!it.isRead && <span className="sr-only">, not read</span>}
            {it.isUndone && (
              <>
                {' '}
                <Tag look="warning" title="A reorganisation of the chain took this sale back">
                  undone
                </Tag>
              </>
            )}
          </span>
          <span className="max-sm:row-start-2">
            <PositionName position={{ ...it, network: undefined }} />
          </span>
          <span className="figures text-right text-sm">
            {it.price !== undefined && <Money amount={it.price} />}
          </span>
          <span className="text-right text-sm text-muted max-sm:row-start-2">
            {it.transactionHash ? (
              <Link href={`/tx/${it.transactionHash}`} prefetch={false} className="hover:text-signal-text">
                <Time at={it.at} now={now} />
              </Link>
            ) : (
              <Time at={it.at} now={now} />
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
