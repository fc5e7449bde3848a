import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { address, hash32, isHash, moment } from './columns'

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
    /** how the figures were drawn (seed, paths); null for a model that draws none */
    settings: jsonb().$type<Record<string, unknown>>(),
    /** of `value` under its policy, cents; null for a model that is exact */
    standardError: bigint({ mode: 'bigint' }),
    /** the valuer's address and EIP-712 signature over the receipt; null where nobody signed */
    valuer: address(),
    signature: text(),
    /** Unix seconds that were signed */
    issuedAt: bigint({ mode: 'number' }),
    /** when its inputs were first seen to have changed; null while it is of today's inputs */
    staleSince: moment(),
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

/** Runs over the fleet: how far the newest one is tells a page whose value is still to come. */
export const valuationRuns = pgTable(
  'valuation_runs',
  {
    id: uuid().primaryKey().defaultRandom(),
    startedAt: moment().notNull().defaultNow(),
    /** last sign of life */
    updatedAt: moment().notNull().defaultNow(),
    /** null while it runs, or where it was cut off */
    finishedAt: moment(),
    /** positions to value */
    total: integer().notNull(),
    done: integer().notNull().default(0),
  },
  (t) => [index().on(t.startedAt), check('valuation_runs_done', sql`${t.done} between 0 and ${t.total}`)],
)
