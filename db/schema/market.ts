import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  numeric,
  pgTable,
  text,
} from 'drizzle-orm/pg-core'
import { address, hash32, moment, uint256 } from './columns'

/**
 * What the market reads: one narrow row a position, kept by the database itself (triggers of the migration that made
 * it) in the transaction that changes what it is made of. Nothing writes it by hand.
 */
export const positionMarket = pgTable(
  'position_market',
  {
    positionId: bigint({ mode: 'number' }).primaryKey(),
    owner: address().notNull(),
    network: text().notNull(),
    networkName: text().notNull(),
    category: text(),
    model: text().notNull(),
    /** whose own account registered it: a name alone proves nothing */
    operator: text(),
    name: text(),
    isDemonstration: boolean().notNull(),
    cell: text(),
    /** of the cell; null where there is no place, or none on land */
    region: text(),
    /** all that can be searched, lower case, without accents */
    words: text().notNull(),
    /** newest valuation of this device, in cents */
    value: bigint({ mode: 'bigint' }),
    p5: bigint({ mode: 'bigint' }),
    p50: bigint({ mode: 'bigint' }),
    p95: bigint({ mode: 'bigint' }),
    /** dollars a month after running cost at the valuation's level of today; null where it is not known */
    netMonth: numeric(),
    /** dollars of the average node in the last month on record, of its operator or else its network */
    reward: numeric(),
    rewardMonth: date(),
    rewardBasis: text().$type<'operator' | 'network'>(),
    /** share of its complete days in service; null where it is not known */
    uptime: doublePrecision(),
    /** the cheapest listing that could be filled from `since` until `until`; outside of that it is judged anew */
    listingHash: hash32(),
    price: uint256(),
    listingEnd: moment(),
    bound: boolean(),
    since: moment().notNull(),
    until: moment().notNull(),
  },
  (t) => [
    index('position_market_words_index').using('gin', sql`${t.words} gin_trgm_ops`),
    index().on(t.until),
    index().on(t.since),
    index().on(t.network),
    check(
      'position_market_listing',
      sql`num_nulls(${t.listingHash}, ${t.price}, ${t.listingEnd}, ${t.bound}) in (0, 4)`,
    ),
    check('position_market_window', sql`${t.since} < ${t.until}`),
  ],
)

/** The region in which most land of an H3 cell of resolution 2 lies; cells without land are not here. */
export const h3Regions = pgTable(
  'h3_regions',
  {
    cell: text().primaryKey(),
    region: text().notNull(),
  },
  (t) => [
    check('h3_regions_cell', sql`${t.cell} ~ '^82[0-9a-f]{13}$'`),
    check(
      'h3_regions_region',
      sql`${t.region} in ('africa','asia','europe','north-america','south-america','oceania')`,
    ),
  ],
)
