import { sql } from 'drizzle-orm'
import { bigint, bigserial, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { address, isAddress, moment } from './columns'
import { notifications } from './watches'

/** Where an account wants its notifications sent. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid().primaryKey().defaultRandom(),
    account: address().notNull(),
    url: text().notNull(),
    /** what messages are signed with, sealed (lib/server/webhooks/secret-box) */
    secret: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    /** set when the receiver said 410: nothing more is sent */
    goneAt: moment(),
  },
  (t) => [index().on(t.account), isAddress('webhooks_account', t.account)],
)

/** One message for one endpoint; its id is the `webhook-id` of every attempt. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: uuid().primaryKey().defaultRandom(),
    webhookId: uuid()
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    /** NULL: a test message */
    notification: bigint({ mode: 'number' }).references(() => notifications.seq, { onDelete: 'cascade' }),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    /** pending: still tried; delivered: answered with 2xx; failed: given up */
    status: text().notNull().default('pending'),
    createdAt: moment().notNull().defaultNow(),
    doneAt: moment(),
  },
  (t) => [
    index().on(t.webhookId, t.createdAt),
    index().on(t.notification),
    check('webhook_deliveries_status', sql`${t.status} in ('pending','delivered','failed')`),
    check('webhook_deliveries_done', sql`(${t.status} = 'pending') = (${t.doneAt} is null)`),
  ],
)

/** The log: what each attempt came to. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    deliveryId: uuid()
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    at: moment().notNull(),
    /** what the receiver answered; NULL when it did not */
    status: integer(),
    /** why there was no answer */
    error: text(),
    milliseconds: integer().notNull(),
  },
  (t) => [
    index().on(t.deliveryId, t.seq),
    check('webhook_attempts_answer', sql`num_nonnulls(${t.status}, ${t.error}) = 1`),
  ],
)
