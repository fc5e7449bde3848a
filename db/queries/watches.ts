import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import {
  metadataDocuments,
  notifications,
  positions,
  sales,
  watches,
  webhookAttempts,
  webhookDeliveries,
  webhooks,
} from '@/db/schema'
import type { WebhookView } from '@/lib/market/operate-page'
import type { Notification, NotificationKind, WatchRules } from '@/lib/market/watch'
import type { Queryable } from '../client'

type Hex = `0x${string}`

const rules = {
  below: watches.below,
  listed: watches.listed,
  sold: watches.sold,
  silent: watches.silent,
  squeeze: watches.squeeze,
  offered: watches.offered,
}

/** What an account watches: by position, and on all it owns. */
export async function watchesOf(
  db: Queryable,
  account: Hex,
): Promise<{ positions: Map<number, WatchRules>; own: WatchRules | undefined }> {
  const rows = await db
    .select({ positionId: watches.positionId, ...rules })
    .from(watches)
    .where(eq(watches.account, account))
    .orderBy(desc(watches.createdAt))
  const read = rows.map(({ positionId, below, ...rest }) => ({
    positionId,
    rules: { ...rest, below: below ?? undefined },
  }))
  return {
    positions: new Map(
      read.flatMap(({ positionId, rules }) => (positionId === null ? [] : [[positionId, rules] as const])),
    ),
    own: read.find(({ positionId }) => positionId === null)?.rules,
  }
}

/** Newest notifications of an account; a sale that no block holds any more says so. */
export async function notificationsOf(db: Queryable, account: Hex, limit = 100): Promise<Notification[]> {
  const rows = await db
    .select({
      row: notifications,
      name: sql<string | null>`${metadataDocuments.document} ->> 'name'`,
      isDemonstration: sql<boolean>`coalesce(${metadataDocuments.document} -> 'demonstration' = 'true'::jsonb, false)`,
      isUndone: sql<boolean>`${notifications.kind} = 'sold' and not exists (select from ${sales}
        where ${sales.positionId} = ${notifications.positionId}
          and ${sales.transactionHash} = ${notifications.transactionHash})`,
    })
    .from(notifications)
    .leftJoin(positions, eq(positions.id, notifications.positionId))
    .leftJoin(metadataDocuments, eq(metadataDocuments.hash, positions.metadataHash))
    .where(eq(notifications.account, account))
    .orderBy(desc(notifications.seq))
    .limit(limit)
  return rows.map(({ row, name, isDemonstration, isUndone }) => ({
    seq: row.seq,
    kind: row.kind as NotificationKind,
    positionId: row.positionId,
    name: name?.trim() || `Position ${row.positionId}`,
    isDemonstration,
    at: row.at,
    price: row.price ?? undefined,
    orderHash: row.orderHash ?? undefined,
    transactionHash: row.transactionHash ?? undefined,
    isRead: row.readAt !== null,
    isUndone,
  }))
}

/** How many notifications an account has not read. */
export function unreadCount(db: Queryable, account: Hex): Promise<number> {
  return db.$count(notifications, and(eq(notifications.account, account), isNull(notifications.readAt)))
}

/** Endpoints of an account, each with its newest deliveries and their attempts; never its secret. */
export async function webhooksOf(db: Queryable, account: Hex, most = 10): Promise<WebhookView[]> {
  const endpoints = await db
    .select({
      id: webhooks.id,
      url: webhooks.url,
      createdAt: webhooks.createdAt,
      isGone: isNotNull(webhooks.goneAt).mapWith(Boolean),
    })
    .from(webhooks)
    .where(eq(webhooks.account, account))
    .orderBy(webhooks.createdAt)
  return Promise.all(
    endpoints.map(async (it) => ({ ...it, deliveries: await deliveriesOf(db, it.id, most) })),
  )
}

async function deliveriesOf(db: Queryable, webhookId: string, most: number) {
  const rows = await db
    .select({
      id: webhookDeliveries.id,
      payload: webhookDeliveries.payload,
      status: sql<'pending' | 'delivered' | 'failed'>`${webhookDeliveries.status}`,
      createdAt: webhookDeliveries.createdAt,
    })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhookId, webhookId))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(most)
  if (rows.length === 0) return []
  const attempts = await db
    .select()
    .from(webhookAttempts)
    .where(
      inArray(
        webhookAttempts.deliveryId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(webhookAttempts.seq)
  return rows.map(({ payload, ...row }) => ({
    ...row,
    type: String(payload.type ?? ''),
    attempts: attempts
      .filter(({ deliveryId }) => deliveryId === row.id)
      .map(({ at, status, error, milliseconds }) => ({
        at,
        status: status ?? undefined,
        error: error ?? undefined,
        milliseconds,
      })),
  }))
}
