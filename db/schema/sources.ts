import { sql } from 'drizzle-orm'
import {
  bigserial,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import type { ObservedMeasure } from '@/lib/market/observations/observation'
import { address, isAddress, moment, uint256 } from './columns'
import { networks } from './networks'

/** Where figures of networks come from: a file, an endpoint, a contract. */
export const figureSources = pgTable(
  'figure_sources',
  {
    slug: text().primaryKey(),
    kind: text().$type<'csv' | 'json' | 'contract'>().notNull(),
    /** what a reader is shown beside each figure */
    title: text().notNull(),
    /** lower goes first where sources contradict each other */
    rank: integer().notNull().default(100),
    /** what its adapter needs to read it; checked by the adapter's schema */
    config: jsonb().$type<Record<string, unknown>>().notNull(),
    /** how far it was read: an entity tag, a block */
    state: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** when it was last read with success */
    readAt: moment(),
    /** why it could not be read the last time; NULL when it could */
    failure: text(),
    /** rows of the last reading that were not what they should be; NULL before the first */
    leftOut: jsonb().$type<{ count: number; first: { place: string; reason: string }[] }>(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    check('figure_sources_slug', sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,62}$'`),
    check('figure_sources_kind', sql`${t.kind} in ('csv','json','contract')`),
  ],
)

/**
 * What a source said of a network, a measure and a period, and when that became known. Rows are only ever added: a
 * revised figure is another row with a later `known_at`, a figure taken back is one without a value.
 */
export const observations = pgTable(
  'observations',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    source: text()
      .notNull()
      .references(() => figureSources.slug),
    /** NULL: of the positions contract, which is every network's */
    network: text().references(() => networks.slug),
    measure: text().$type<ObservedMeasure>().notNull(),
    /** whether `period` is a month, by its first day, or a day */
    span: text().$type<'month' | 'day'>().notNull(),
    period: date({ mode: 'string' }).notNull(),
    /** NULL: the source says that it does not know, or took the figure back */
    value: numeric(),
    /** when the source published it where it says so, else when it was read */
    knownAt: moment().notNull(),
    recordedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    unique('observations_once')
      .on(t.source, t.network, t.measure, t.span, t.period, t.knownAt)
      .nullsNotDistinct(),
    index().on(t.network, t.measure, t.period),
    check(
      'observations_measure',
      sql`${t.measure} in ('reward_tokens','token_price_usd','rewards_usd','active_nodes','token_supply','token_transfers','token_holders')`,
    ),
    check('observations_span', sql`${t.span} in ('month','day')`),
    check('observations_first_day', sql`${t.span} = 'day' or extract(day from ${t.period}) = 1`),
    check('observations_value', sql`${t.value} >= 0 and ${t.value} < 'Infinity'`),
    check('observations_price', sql`${t.measure} <> 'token_price_usd' or ${t.value} > 0`),
  ],
)

/** Who holds how much of a contract that is a source, at the block its `state` names. */
export const tokenHolders = pgTable(
  'token_holders',
  {
    source: text()
      .notNull()
      .references(() => figureSources.slug),
    holder: address().notNull(),
    balance: uint256().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.holder] }),
    isAddress('token_holders_holder', t.holder),
    check('token_holders_balance', sql`${t.balance} > 0`),
  ],
)
