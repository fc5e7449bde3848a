import { Table, Tag, Td, Th, Time, Tr } from '@/components/ui'
import type { WebhookView } from '@/lib/market/operate-page'
import { WebhookActions } from './webhook-actions'

const states = { pending: 'tried again', delivered: 'delivered', failed: 'given up' }

/** Endpoints, each with what was sent to it and what it answered. */
export function WebhooksList({ webhooks, now }: { webhooks: readonly WebhookView[]; now: Date }) {
  return (
    <ul className="grid gap-6">
      {webhooks.map(({ id, url, isGone, deliveries }) => (
        <li key={id} className="border-t border-rule pt-3">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p className="figures min-w-0 text-sm break-all">
              {url}{' '}
              {isGone && (
                <Tag look="warning" title="It answered 410: nothing more is sent">
                  gone
                </Tag>
              )}
            </p>
            <WebhookActions id={id} url={url} isGone={isGone} />
          </div>
          {deliveries.length === 0 ? (
            <p className="mt-1 text-sm text-muted">Nothing was sent to it yet.</p>
          ) : (
            <Table caption={`Newest messages to ${url}`}>
              <thead>
                <tr>
                  <Th>Message</Th>
                  <Th>State</Th>
                  <Th>Last answer</Th>
                  <Th numeric className="max-sm:hidden">
                    Attempts
                  </Th>
                  <Th numeric>When</Th>
                </tr>
              </thead>
              <tbody>
                {deliveries.map(({ id, type, status, createdAt, attempts }) => (
                  <Tr key={id} data-delivery={status}>
                    <Td className="figures text-sm">{type}</Td>
                    <Td className={status === 'failed' ? 'text-loss' : ''}>{states[status]}</Td>
                    <Td className="text-sm text-muted">
                      <Answer attempt={attempts.at(-1)} />
                    </Td>
                    <Td numeric className="max-sm:hidden">
                      {attempts.length}
                    </Td>
                    <Td className="text-right text-sm whitespace-nowrap text-muted">
                      <Time at={createdAt} now={now} />
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          )}
        </li>
      ))}
    </ul>
  )
}

function Answer({ attempt }: { attempt: WebhookView['deliveries'][number]['attempts'][number] | undefined }) {
  if (!attempt) return 'on its way'
  if (attempt.error !== undefined) return attempt.error
  return (
    <span className="figures">
      {attempt.status} in {attempt.milliseconds} ms
    </span>
  )
}
