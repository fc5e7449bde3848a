import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Address } from 'viem'
import type { z } from 'zod'
import { headBlock } from '@/db/queries/head'
import { notifications, positions, watches } from '@/db/schema'
import { ConflictError, InvalidInputError, NotFoundError } from '@/lib/core/errors'
import { asksNothing, type WatchRules } from '@/lib/market/watch'
import type { ServerContext } from '../context'
import { MOST_WATCHES, type watchInput } from './input'

export type WatchContext = Pick<ServerContext, 'db'> & { session: { address: Address } }

/**
 * Sets what the signed-in account wants to be told of a position, or of all it owns. Rules that ask for nothing end the
 * watch. Changing rules starts them anew: what happened before is no news.
 *
 * @throws NotFoundError for a position that is not there; ConflictError when the account watches as many as it may;
 * InvalidInputError for a price on positions the account owns itself
 */
export async function setWatch(
  { db, session: { address: account } }: WatchContext,
  { positionId, below, ...kinds }: z.output<typeof watchInput>,
): Promise<void> {
  if (positionId === null && below !== null)
    throw new InvalidInputError('A price is watched on one position, not on all of yours.')
  if (asksNothing({ ...kinds, below: below ?? undefined })) return endWatch({ db, account, positionId })
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${account}))`)
    if (positionId !== null) {
      const [known] = await tx
        .select({ id: positions.id })
        .from(positions)
        .where(eq(positions.id, positionId))
      if (!known) throw new NotFoundError('There is no position of that number.')
      const others = await tx.$count(
        watches,
        and(eq(watches.account, account), sql`${watches.positionId} is distinct from ${positionId}`),
      )
      if (others >= MOST_WATCHES)
        throw new ConflictError(`An account can watch ${MOST_WATCHES} positions; end another watch first.`)
    }
    const head = await headBlock(tx)
    const rules = { ...kinds, below, sinceBlock: head?.number ?? 0 }
    await tx
      .insert(watches)
      .values({ account, positionId, ...rules })
      .onConflictDoUpdate({
        target: [watches.account, watches.positionId],
        set: { ...rules, createdAt: sql`now()` },
      })
  })
}

async function endWatch({
  db,
  account,
  positionId,
}: Pick<ServerContext, 'db'> & { account: Address; positionId: number | null }): Promise<void> {
  const which = positionId === null ? isNull(watches.positionId) : eq(watches.positionId, positionId)
  await db.delete(watches).where(and(eq(watches.account, account), which))
}

/** What the signed-in account asked of a position, or of all it owns; null where it asked nothing. */
export async function watchOf(
  { db, session: { address: account } }: WatchContext,
  { positionId }: { positionId: number | null },
): Promise<WatchRules | null> {
  const which = positionId === null ? isNull(watches.positionId) : eq(watches.positionId, positionId)
  const [row] = await db
    .select({
      below: watches.below,
      listed: watches.listed,
      sold: watches.sold,
      silent: watches.silent,
      offered: watches.offered,
      squeeze: watches.squeeze,
    })
    .from(watches)
    .where(and(eq(watches.account, account), which))
  return row ? { ...row, below: row.below ?? undefined } : null
}

/** Marks notifications of the signed-in account as read, up to one. */
export async function markRead(
  { db, session: { address: account } }: WatchContext,
  { seq }: { seq: number },
): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: sql`now()` })
    .where(
      and(
        eq(notifications.account, account),
        isNull(notifications.readAt),
        sql`${notifications.seq} <= ${seq}`,
      ),
    )
}
