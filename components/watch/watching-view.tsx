import { Section } from '@/components/ui'
import { formatCount } from '@/lib/core/format'
import type { WatchingPage } from '@/lib/market/operate-page'
import { AddWebhook } from './add-webhook'
import { LocalWatches } from './local-watches'
import { MarkRead } from './mark-read'
import { NotificationsList } from './notifications-list'
import { OwnRules } from './own-rules'
import { RefreshEvery } from './refresh-every'
import { WatchedTable } from './watched-table'
import { WebhookHelp } from './webhook-help'
import { WebhooksList } from './webhooks-list'

/** What a signed-in account watches, what came of it, and where it is sent. */
export function WatchingView({ page }: { page: WatchingPage }) {
  const { notifications, unread, watched, own, webhooks, isLocal, now } = page
  const newest = notifications[0]
  return (
    <div className="space-y-8">
      <RefreshEvery seconds={5} />
      <Section
        title="Alerts"
        note={unread === 0 ? 'all read' : `${formatCount(unread)} not read`}
        action={unread > 0 && newest && <MarkRead seq={newest.seq} />}
      >
        <NotificationsList notifications={notifications} now={now} />
      </Section>
      <Section title="Positions watched" note={formatCount(watched.length)}>
        <div className="space-y-4">
          <LocalWatches isSignedIn shown={[]} />
          <WatchedTable watched={watched} />
          <OwnRules rules={own} />
        </div>
      </Section>
      <Section
        title="Webhooks"
        note="each alert is posted once, signed as the Standard Webhooks specification says, and tried again for 16 hours"
      >
        <div className="space-y-6">
          <AddWebhook isLocal={isLocal} />
          <WebhookHelp />
          <WebhooksList webhooks={webhooks} now={now} />
        </div>
      </Section>
    </div>
  )
}
