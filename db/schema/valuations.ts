import { sql } from 'drizzle-orm'
import { bigint, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { hash32, isHash, moment } from './columns'

/** Stored valuations; the newest of a position is the one shown. Cents. */
export const valuations = pgTable(
  'valuations',
  {
    id: uuid().primaryKey().defaultRandom(),
    positionId: bigint({ mode: 'number' }).notNull(),
    /** the device valued: after a reorganisation a position id may belong to another one */
    deviceId: hash32().notNull(),
    model: text().notNull(),
    /** `ValuationInputs` of the model: figures with their source */
    inputs: jsonb().$type<Record<string, unknown>>().notNull(),
    /** keccak256 of the canonical JSON (RFC 8785) of model and inputs */
    inputsHash: hash32().notNull(),
    value: bigint({ mode: 'bigint' }).notNull(),
    p5: bigint({ mode: 'bigint' }).notNull(),
    p50: bigint({ mode: 'bigint' }).notNull(),
    p95: bigint({ mode: 'bigint' }).notNull(),
    /** the telescoping parts in their order; cents as decimal text */
    parts: jsonb().$type<{ name: string; cents: string }[]>().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index().on(t.positionId, t.createdAt),
    isHash('valuations_device', t.deviceId),
    isHash('valuations_inputs_hash', t.inputsHash),
    check('valuations_parts', sql`jsonb_typeof(${t.parts}) = 'array'`),
    check('valuations_ordered', sql`${t.p5} <= ${t.p50} and ${t.p50} <= ${t.p95}`),
  ],
)
