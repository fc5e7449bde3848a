import { and, eq, gt } from 'drizzle-orm'
import { webhookDeliveries, webhooks } from '@/db/schema'
import { ConflictError, NotFoundError } from '@/lib/core/errors'
import type { WebhookContext } from './create-webhook'
import { deliverWebhook } from './deliver-webhook'
import type { Outcome } from './post-message'

/** Test messages an account may send in a minute: an endpoint is not a way to hammer somebody. */
const MOST_A_MINUTE = 6

/**
 * Sends a test message now, once; what comes of it is in the log as well.
 * @throws NotFoundError, ConflictError after too many in a minute
 */
export async function testWebhook(context: WebhookContext, { id }: { id: string }): Promise<Outcome> {
  const { db, session, now } = context
  const [webhook] = await db
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.id, id), eq(webhooks.account, session.address)))
  if (!webhook) throw new NotFoundError('You have no such endpoint; it may be deleted already.')
  const minuteAgo = new Date(now().getTime() - 60_000)
  const recent = await db.$count(
    webhookDeliveries,
    and(eq(webhookDeliveries.webhookId, id), gt(webhookDeliveries.createdAt, minuteAgo)),
  )
  if (recent >= MOST_A_MINUTE)
    throw new ConflictError('This endpoint has had enough messages for a minute; wait and try again.', {
      retryable: true,
    })
  const payload = {
    type: 'hotswap.test',
    timestamp: now().toISOString(),
    data: { account: session.address },
  }
  const [delivery] = await db
    .insert(webhookDeliveries)
    .values({ webhookId: id, payload })
    .returning({ id: webhookDeliveries.id })
  const outcome = delivery && (await deliverWebhook(context, { delivery: delivery.id, isLast: true }))
  if (!outcome) throw new NotFoundError('The endpoint was deleted meanwhile.')
  return outcome
}
