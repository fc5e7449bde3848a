import { and, eq } from 'drizzle-orm'
import { webhookAttempts, webhookDeliveries, webhooks } from '@/db/schema'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import type { ServerContext } from '../context'
import { NotDeliveredError } from './errors'
import { type Outcome, postMessage } from './post-message'
import { signatureHeaders } from './sign-message'

export type DeliveryContext = Pick<ServerContext, 'db' | 'now'> & { deployment: { chainId: number } }

/**
 * Tries a message once and logs what came of it. Anything from 200 to 299 is taken; 410 ends the endpoint. A message
 * that is not pending is left alone, so that a job that runs twice sends nothing twice; should a worker end between
 * sending and noting it down, the receiver meets the same `webhook-id` again.
 *
 * @param isLast give up after this attempt
 * @throws NotDeliveredError when it was not taken and will be tried again
 */
export async function deliverWebhook(
  { db, now, deployment }: DeliveryContext,
  { delivery: id, isLast }: { delivery: string; isLast: boolean },
): Promise<Outcome | undefined> {
  const [row] = await db
    .select({ delivery: webhookDeliveries, webhook: webhooks })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.status, 'pending')))
  if (!row) return undefined
  const { delivery, webhook } = row
  const at = now()
  const started = performance.now()
  const body = JSON.stringify(delivery.payload)
  const outcome: Outcome = webhook.goneAt
    ? { error: 'The endpoint has said that it is gone.' }
    : await postMessage(
        webhook.url,
        { headers: signatureHeaders(webhook.secret, { id, at, body }), body },
        { allowLocal: deployment.chainId === LOCAL_CHAIN_ID },
      )
  const status = 'status' in outcome ? outcome.status : undefined
  const isTaken = status !== undefined && status >= 200 && status < 300
  const isGone = status === 410 || webhook.goneAt !== null
  const isOver = isTaken || isGone || isLast
  const wasDeleted = await db.transaction(async (tx) => {
    const [still] = await tx
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.id, id))
      .for('update')
    if (!still) return true
    await tx.insert(webhookAttempts).values({
      deliveryId: id,
      at,
      ...outcome,
      milliseconds: Math.round(performance.now() - started),
    })
    if (isOver)
      await tx
        .update(webhookDeliveries)
        .set({ status: isTaken ? 'delivered' : 'failed', doneAt: now() })
        .where(eq(webhookDeliveries.id, id))
    if (status === 410) await tx.update(webhooks).set({ goneAt: now() }).where(eq(webhooks.id, webhook.id))
    return false
  })
  if (!isOver && !wasDeleted)
    throw new NotDeliveredError(
      'error' in outcome ? outcome.error : `The receiver answered ${outcome.status}.`,
      { retryable: true },
    )
  return outcome
}
