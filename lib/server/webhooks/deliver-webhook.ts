import { and, eq } from 'drizzle-orm'
import { webhookAttempts, webhookDeliveries, webhooks } from '@/db/schema'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import type { ServerContext } from '../context'
import { NotDeliveredError, SecretUnreadableError } from './errors'
import { type Outcome, postMessage } from './post-message'
import { signatureHeaders } from './sign-message'

export type DeliveryContext = Pick<ServerContext, 'db' | 'now' | 'secretBox'> & {
  deployment: { chainId: number }
}

/**
 * Tries a message once and logs what came of it. Anything from 200 to 299 is taken; 410 ends the endpoint. A message
 * that is not pending is left alone, so that a job that runs twice sends nothing twice; should a worker end between
 * sending and noting it down, the receiver meets the same `webhook-id` again.
 *
 * @param isLast give up after this attempt
 * @throws NotDeliveredError when it was not taken and will be tried again
 */
export async function deliverWebhook(
  context: DeliveryContext,
  { delivery: id, isLast }: { delivery: string; isLast: boolean },
): Promise<Outcome | undefined> {
  const { db, now } = context
  const [row] = await db
    .select({ delivery: webhookDeliveries, webhook: webhooks })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.status, 'pending')))
  if (!row) return undefined
  const { webhook } = row
  const at = now()
  const started = performance.now()
  const { outcome, isUseless } = await attempt(context, row, at)
  const status = 'status' in outcome ? outcome.status : undefined
  const isTaken = status !== undefined && status >= 200 && status < 300
  const isGone = status === 410
  const isOver = isTaken || isGone || isUseless || isLast
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

type Row = { delivery: typeof webhookDeliveries.$inferSelect; webhook: typeof webhooks.$inferSelect }

/** One attempt; useless where no other can end otherwise. */
async function attempt(
  { deployment, secretBox }: DeliveryContext,
  { delivery, webhook }: Row,
  at: Date,
): Promise<{ outcome: Outcome; isUseless: boolean }> {
  if (webhook.goneAt) return { outcome: { error: 'The endpoint has said that it is gone.' }, isUseless: true }
  const body = JSON.stringify(delivery.payload)
  try {
    const secret = secretBox.open(webhook.secret, webhook.account)
    const outcome = await postMessage(
      webhook.url,
      { headers: signatureHeaders(secret, { id: delivery.id, at, body }), body },
      { allowLocal: deployment.chainId === LOCAL_CHAIN_ID },
    )
    return { outcome, isUseless: false }
  } catch (error) {
    if (error instanceof SecretUnreadableError) return { outcome: { error: error.message }, isUseless: true }
    throw error
  }
}
