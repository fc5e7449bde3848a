import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { address, hash32, isAddress, moment } from './columns'
import { registrations } from './devices'

/** Many registrations asked for in one file. What became of each stands in its rows. */
export const registrationBatches = pgTable(
  'registration_batches',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** who asked, and who will own the positions */
    owner: address().notNull(),
    /** name of the file, or of what was pasted */
    name: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [index().on(t.owner, t.createdAt), isAddress('registration_batches_owner', t.owner)],
)

/** One row of the file: refused for what is wrong with it, or a registration of the device it names. */
export const registrationBatchRows = pgTable(
  'registration_batch_rows',
  {
    batchId: uuid()
      .notNull()
      .references(() => registrationBatches.id, { onDelete: 'cascade' }),
    /** line of the file the row starts on, the heading being line 1 */
    line: integer().notNull(),
    /** the cells as they were given, by column */
    cells: jsonb().$type<Record<string, string>>().notNull(),
    /** what is wrong, a sentence a column; none for a good row */
    problems: jsonb().$type<{ column: string; message: string }[]>().notNull(),
    deviceId: hash32(),
    keyType: text(),
    keyX: hash32(),
    keyY: hash32(),
    /** the challenge that stands; another takes its place when it expires unused */
    registrationId: uuid().references(() => registrations.id),
    /** why the device's last proof was not taken; NULL once one is */
    refusal: text(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.line] }),
    index().on(t.registrationId),
    check('registration_batch_rows_line', sql`${t.line} > 0`),
    check('registration_batch_rows_key_type', sql`${t.keyType} in ('secp256k1','p256')`),
    // a refused row leads to nothing, a good one names its device and its challenge
    check(
      'registration_batch_rows_whole',
      sql`num_nulls(${t.deviceId},${t.keyType},${t.keyX},${t.keyY},${t.registrationId}) = case when jsonb_array_length(${t.problems}) = 0 then 0 else 5 end`,
    ),
  ],
)
