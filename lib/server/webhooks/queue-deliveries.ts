import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable, Transaction } from '@/db/client'
import { notifications, webhookDeliveries, webhooks } from '@/db/schema'
import { formatUnitsExact } from '@/lib/core/money'

/** Attempts of one message; graphile-worker waits e^n seconds after the n-th, so that they span about 16 hours. */
export const MAX_ATTEMPTS = 12

/** Queues new notifications for every endpoint of their accounts, on commit. */
export async function queueDeliveries(tx: Transaction, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return
  const rows = await tx
    .select({ webhookId: webhooks.id, notification: notifications })
    .from(notifications)
    .innerJoin(webhooks, and(eq(webhooks.account, notifications.account), isNull(webhooks.goneAt)))
    .where(inArray(notifications.seq, [...seqs]))
  if (rows.length === 0) return
  const queued = await tx
    .insert(webhookDeliveries)
    .values(
      rows.map(({ webhookId, notification }) => ({
        webhookId,
        notification: notification.seq,
        payload: payloadOf(notification),
      })),
    )
    .returning({ id: webhookDeliveries.id })
  for (const { id } of queued) await addDeliveryJob(tx, id)
}

async function addDeliveryJob(db: Queryable, delivery: string): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job('deliverWebhook',
    json_build_object('delivery', ${delivery}::text), max_attempts := ${MAX_ATTEMPTS}::int)`)
}

/** The body of a message: type, time and facts; amounts are exact decimal text. */
function payloadOf(row: typeof notifications.$inferSelect): Record<string, unknown> {
  return {
    type: `position.${row.kind}`,
    timestamp: row.at.toISOString(),
    data: {
      account: row.account,
      positionId: row.positionId,
      priceUsd: row.price === null ? null : formatUnitsExact(row.price, 6),
      orderHash: row.orderHash,
      transactionHash: row.transactionHash,
    },
  }
}
