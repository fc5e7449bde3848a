import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from './columns'

/*
 * Public statistics, kept by the worker: a reader's page reads rows and computes nothing. `scope` is a network's slug,
 * or 'all' for all of them together.
 */

/** The newest figure of each measure. A row without `value` and `says` tells in `note` why there is none. */
export const statistics = pgTable(
  'statistics',
  {
    scope: text().notNull(),
    measure: text().notNull(),
    value: numeric({ mode: 'number' }),
    /** 90 % interval, where there is one */
    low: numeric({ mode: 'number' }),
    high: numeric({ mode: 'number' }),
    /** what is said in place of a number: a phase, or that a price is never earned back */
    says: text(),
    /** `YYYY-MM` of a published month, or an ISO moment */
    asOf: text().notNull(),
    source: text().notNull(),
    /** how many months, sales, positions or forecasts it rests on */
    sample: integer(),
    /** what a reader must know before using it: an assumption, thin data, or why it is not shown */
    note: text(),
    computedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.measure] }),
    check('statistics_something', sql`num_nonnulls(${t.value}, ${t.says}, ${t.note}) > 0`),
    check('statistics_value', sql`${t.value} > '-Infinity' and ${t.value} < 'Infinity'`),
    check('statistics_interval', sql`${t.low} <= ${t.value} and ${t.value} <= ${t.high}`),
    check('statistics_as_of', sql`${t.asOf} ~ '^\\d{4}-\\d{2}($|-\\d{2})'`),
  ],
)

/** What a measure was by month (its first day) or, for what this market alone knows, by day. */
export const statisticPoints = pgTable(
  'statistic_points',
  {
    scope: text().notNull(),
    measure: text().notNull(),
    at: date({ mode: 'string' }).notNull(),
    value: numeric({ mode: 'number' }).notNull(),
    low: numeric({ mode: 'number' }),
    high: numeric({ mode: 'number' }),
    says: text(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.measure, t.at] }),
    index().on(t.measure, t.scope, t.at),
    check('statistic_points_value', sql`${t.value} > '-Infinity' and ${t.value} < 'Infinity'`),
  ],
)

/** Results that cost too much to compute for each reader, whole, by name. */
export const rollUps = pgTable('roll_ups', {
  name: text().primaryKey(),
  /** of everything it was made from: the same key is the same result */
  key: text().notNull(),
  value: jsonb().$type<unknown>().notNull(),
  computedAt: moment().notNull(),
})
