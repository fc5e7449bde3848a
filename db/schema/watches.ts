import { sql } from 'drizzle-orm'
import { bigint, bigserial, boolean, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { address, hash32, isAddress, moment, uint256 } from './columns'

/** What an account asked to be told of: one row a position, or one for every position it owns. */
export const watches = pgTable(
  'watches',
  {
    id: uuid().primaryKey().defaultRandom(),
    account: address().notNull(),
    /** NULL: every position the account owns at the time */
    positionId: bigint({ mode: 'number' }),
    /** a listing at this price or below, in dollar-token base units; NULL: not asked */
    below: uint256(),
    listed: boolean().notNull(),
    sold: boolean().notNull(),
    silent: boolean().notNull(),
    offered: boolean().notNull(),
    /** its network has come under a supply squeeze */
    squeeze: boolean().notNull().default(false),
    /** newest block read when the watch was set: sales up to it are no news */
    sinceBlock: bigint({ mode: 'number' }).notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    unique('watches_one_a_position').on(t.account, t.positionId).nullsNotDistinct(),
    index().on(t.positionId),
    check('watches_below', sql`${t.below} > 0`),
    isAddress('watches_account', t.account),
  ],
)

/** What happened to something watched: one row an account and event, ever. */
export const notifications = pgTable(
  'notifications',
  {
    seq: bigserial({ mode: 'number' }).primaryKey(),
    account: address().notNull(),
    /** price | listed | sold | silent | offer | squeeze */
    kind: text().notNull(),
    positionId: bigint({ mode: 'number' }).notNull(),
    /** names the event, whatever block it ends up in: the same key is told once */
    eventKey: text().notNull(),
    /** when it happened */
    at: moment().notNull(),
    /** dollar-token base units, fees included */
    price: uint256(),
    orderHash: hash32(),
    transactionHash: hash32(),
    createdAt: moment().notNull().defaultNow(),
    readAt: moment(),
  },
  (t) => [
    unique('notifications_once').on(t.account, t.kind, t.eventKey),
    index().on(t.account, t.seq),
    check('notifications_kind', sql`${t.kind} in ('price','listed','sold','silent','offer','squeeze')`),
    isAddress('notifications_account', t.account),
  ],
)
