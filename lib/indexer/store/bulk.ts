import { getTableName, type InferSelectModel, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'

const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** JSON that PostgreSQL reads back into the row's types: integers as text, moments in ISO form. */
function rowJson(row: Record<string, unknown>): string {
  const named = Object.fromEntries(Object.entries(row).map(([key, value]) => [snakeCase(key), value]))
  return JSON.stringify(named, (_, value) => (typeof value === 'bigint' ? value.toString() : value))
}

function primaryKeyOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table)
  const own = columns.filter((column) => column.primary)
  return (primaryKeys[0]?.columns ?? own).map((column) => snakeCase(column.name))
}

const columnsOf = (row: object) => Object.keys(row).map(snakeCase)
const list = (names: readonly string[]) => sql.raw(names.map((name) => `"${name}"`).join(', '))

/**
 * Inserts whole rows in one statement with one parameter, however many they are.
 * @param onConflict `update` overwrites the row of the same primary key
 */
export async function insertRows<table extends PgTable>(
  db: Queryable,
  table: table,
  rows: readonly InferSelectModel<table>[],
  onConflict: 'fail' | 'update' = 'fail',
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = columnsOf(first)
  const key = primaryKeyOf(table)
  const values = columns.filter((column) => !key.includes(column))
  const update = sql` on conflict (${list(key)}) do update set ${sql.raw(values.map((name) => `"${name}" = excluded."${name}"`).join(', '))}`
  await db.execute(sql`
    insert into ${table} (${list(columns)})
    select ${list(columns)} from jsonb_populate_recordset(null::${sql.identifier(getTableName(table))}, ${`[${rows.map(rowJson).join(',')}]`}::jsonb)
    ${onConflict === 'update' ? update : sql``}
  `)
}
