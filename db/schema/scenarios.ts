import { sql } from 'drizzle-orm'
import { bigint, check, customType, index, integer, pgTable } from 'drizzle-orm/pg-core'
import { hash32, isHash, moment } from './columns'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/**
 * What positions for sale come to in each of the market's scenarios; the worker draws them, baskets are chosen on them.
 * Rows may stand side by side in a basket only where `basis` is the same.
 */
export const positionScenarios = pgTable(
  'position_scenarios',
  {
    positionId: bigint({ mode: 'number' }).primaryKey(),
    deviceId: hash32().notNull(),
    /** of the valuation whose inputs were drawn from */
    inputsHash: hash32().notNull(),
    /** names the market: its networks, their correlations, seed and number of scenarios */
    basis: hash32().notNull(),
    /** holding periods in months, shortest first */
    months: integer().array().notNull(),
    /** present value by holding period and scenario: 32-bit floats, little-endian, USD */
    values: bytes().notNull(),
    drawnAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index().on(t.drawnAt),
    isHash('position_scenarios_basis', t.basis),
    isHash('position_scenarios_inputs_hash', t.inputsHash),
    check('position_scenarios_values', sql`octet_length(${t.values}) % (4 * cardinality(${t.months})) = 0`),
  ],
)
