import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '@/db/client'

const BATCH = 500

/** Inserts the rows, or brings those that are there by primary key to the values given; other columns stay. */
export async function upsert<table extends PgTable>(
  db: Queryable,
  table: table,
  rows: readonly table['$inferInsert'][],
): Promise<void> {
  const config = getTableConfig(table)
  const columns = getTableColumns(table)
  const keys = config.primaryKeys[0]?.columns ?? config.columns.filter((column) => column.primary)
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    const given = new Set(batch.flatMap((row) => Object.keys(row)))
    const set: Record<string, SQL> = {}
    for (const [property, column] of Object.entries(columns))
      if (given.has(property) && !keys.includes(column))
        set[property] = sql`excluded.${sql.identifier(snakeCase(property))}`
    await db.insert(table).values(batch).onConflictDoUpdate({ target: keys, set })
  }
}

/** Columns are named by the client's casing: camelCase properties, snake_case columns. */
function snakeCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
