import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** `column = any(values)` with one parameter, however many values there are. */
export function anyOf(column: AnyColumn, values: Iterable<string | number>): SQL {
  return sql`${column} = any(${sql.param([...values])})`
}
