import { and, eq } from 'drizzle-orm'
import { webhooks } from '@/db/schema'
import { NotFoundError } from '@/lib/core/errors'
import type { WebhookContext } from './create-webhook'

/** Removes an endpoint of the signed-in account with its log; what was queued for it is not sent. @throws NotFoundError */
export async function deleteWebhook({ db, session }: WebhookContext, { id }: { id: string }): Promise<void> {
  const gone = await db
    .delete(webhooks)
    .where(and(eq(webhooks.id, id), eq(webhooks.account, session.address)))
    .returning({ id: webhooks.id })
  if (gone.length === 0) throw new NotFoundError('You have no such endpoint; it may be deleted already.')
}
