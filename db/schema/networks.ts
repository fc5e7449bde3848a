import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { address, isAddress } from './columns'

// `< 'Infinity'` also keeps NaN out: PostgreSQL's numeric sorts NaN above Infinity

/** A DePIN that pays devices for a resource. */
export const networks = pgTable(
  'networks',
  {
    slug: text().primaryKey(),
    name: text().notNull(),
    category: text().notNull(),
    token: text().notNull(),
    /** physical networks depend on where a device stands; digital ones do not */
    isPhysical: boolean().notNull(),
  },
  (t) => [
    // the slug travels on chain as a short string in 32 bytes
    check('networks_slug_fits_bytes32', sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,30}$'`),
    check(
      'networks_category',
      sql`${t.category} in ('wireless','geospatial','mobility','energy','compute','storage','bandwidth')`,
    ),
  ],
)

/** One month of a network's public figures. NULL is unknown, not zero. */
export const networkMonths = pgTable(
  'network_months',
  {
    network: text()
      .notNull()
      .references(() => networks.slug),
    /** first day of the month */
    month: date({ mode: 'string' }).notNull(),
    rewardTokens: numeric(),
    /** NULL where the source rounded the price away */
    tokenPriceUsd: numeric(),
    rewardsUsd: numeric(),
    /** an average over the month where the source gives one, so not always whole */
    activeNodes: numeric({ mode: 'number' }),
    source: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.network, t.month] }),
    check('network_months_first_day', sql`extract(day from ${t.month}) = 1`),
    check('network_months_nodes', sql`${t.activeNodes} >= 0 and ${t.activeNodes} < 'Infinity'`),
    check('network_months_price', sql`${t.tokenPriceUsd} > 0 and ${t.tokenPriceUsd} < 'Infinity'`),
    check('network_months_rewards_usd', sql`${t.rewardsUsd} >= 0 and ${t.rewardsUsd} < 'Infinity'`),
    check('network_months_reward_tokens', sql`${t.rewardTokens} >= 0 and ${t.rewardTokens} < 'Infinity'`),
  ],
)

export const tokenPrices = pgTable(
  'token_prices',
  {
    token: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    priceUsd: numeric().notNull(),
    source: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.token, t.day] }),
    check('token_prices_price', sql`${t.priceUsd} > 0 and ${t.priceUsd} < 'Infinity'`),
  ],
)

/** A real operator of the relay network, by its public pseudonym, and the local-chain account that stands for it. */
export const operators = pgTable(
  'operators',
  {
    slug: text().primaryKey(),
    network: text()
      .notNull()
      .references(() => networks.slug),
    /** account on the local chain that the seed made for this operator */
    account: address().unique(),
  },
  (t) => [isAddress('operators_account', t.account)],
)

export const operatorMonths = pgTable(
  'operator_months',
  {
    operator: text()
      .notNull()
      .references(() => operators.slug),
    month: date({ mode: 'string' }).notNull(),
    nodes: integer().notNull(),
    rewardsUsd: numeric().notNull(),
    rewardTokens: numeric(),
    relays: numeric(),
    avgStakeTokens: numeric(),
    costUsdPerNode: numeric(),
    costUsdPerNodeLow: numeric(),
    costUsdPerNodeHigh: numeric(),
    source: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.operator, t.month] }),
    index().on(t.month),
    check('operator_months_nodes', sql`${t.nodes} > 0`),
    check('operator_months_rewards', sql`${t.rewardsUsd} >= 0 and ${t.rewardsUsd} < 'Infinity'`),
    check('operator_months_cost', sql`${t.costUsdPerNode} >= 0 and ${t.costUsdPerNode} < 'Infinity'`),
    check(
      'operator_months_cost_range',
      sql`${t.costUsdPerNodeLow} <= ${t.costUsdPerNode} and ${t.costUsdPerNode} <= ${t.costUsdPerNodeHigh}`,
    ),
    check('operator_months_first_day', sql`extract(day from ${t.month}) = 1`),
  ],
)

/** Editable assumptions, labelled wherever a figure rests on one. `subject` is 'all', a category, a network or a model. */
export const assumptions = pgTable(
  'assumptions',
  {
    subject: text().notNull(),
    name: text().notNull(),
    value: numeric().notNull(),
    unit: text().notNull(),
    note: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.name] }),
    check('assumptions_value', sql`${t.value} > '-Infinity' and ${t.value} < 'Infinity'`),
  ],
)

/** Hardware models a device can be registered as. Their prices are assumptions. */
export const deviceModels = pgTable(
  'device_models',
  {
    slug: text().primaryKey(),
    network: text()
      .notNull()
      .references(() => networks.slug),
    name: text().notNull(),
  },
  (t) => [
    // lets a registration refer to a model of its own network only
    unique('device_models_of_network').on(t.network, t.slug),
    check('device_models_slug_fits_bytes32', sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{0,30}$'`),
  ],
)
