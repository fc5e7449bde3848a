import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { webhooks } from '@/db/schema'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { ConflictError } from '@/lib/core/errors'
import type { SignedInContext } from '../action'
import { parseEndpoint } from './endpoint'
import { type createWebhookInput, MOST_WEBHOOKS } from './input'
import { newSecret } from './sign-message'

export type WebhookContext = Pick<SignedInContext, 'db' | 'deployment' | 'now' | 'secretBox'> & {
  session: Pick<SignedInContext['session'], 'address'>
}

/**
 * Adds an endpoint of the signed-in account.
 * @returns its secret, which is shown this once
 * @throws EndpointRefusedError, ConflictError when there are as many as an account may have
 */
export async function createWebhook(
  { db, deployment, secretBox, session }: WebhookContext,
  { url }: z.output<typeof createWebhookInput>,
): Promise<{ id: string; secret: string }> {
  const endpoint = parseEndpoint(url, { allowLocal: deployment.chainId === LOCAL_CHAIN_ID })
  const secret = newSecret()
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${session.address}))`)
    const held = await tx.$count(webhooks, eq(webhooks.account, session.address))
    if (held >= MOST_WEBHOOKS)
      throw new ConflictError(`An account may have ${MOST_WEBHOOKS} endpoints; delete one first.`)
    const [row] = await tx
      .insert(webhooks)
      .values({
        account: session.address,
        url: endpoint.href,
        secret: secretBox.seal(secret, session.address),
      })
      .returning({ id: webhooks.id })
    if (!row) throw new ConflictError('The endpoint was not kept; please try again.', { retryable: true })
    return { id: row.id, secret }
  })
}
