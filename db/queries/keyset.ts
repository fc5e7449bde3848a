import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm'
import type { Cursor } from '@/lib/core/cursor'

export type Keyset = {
  /** what the list is sorted by; never NULL */
  key: SQL
  /** SQL type of the key, to which a cursor's text is cast */
  keyType: 'numeric' | 'text' | 'timestamptz'
  /** tells rows of one key apart, in the same direction */
  id: SQL | AnyColumn
  idType: 'bigint' | 'text'
  direction: 'asc' | 'desc'
}

/**
 * The condition and order that read a sorted list from a cursor on, or backwards from it. Read one row more than fits
 * and hand them to `toCursorPage`.
 */
export function keysetOf(keyset: Keyset, cursor: Cursor | undefined): { where?: SQL; orderBy: SQL[] } {
  const { key, id } = keyset
  const isAscending = (keyset.direction === 'asc') !== (cursor?.side === 'before')
  const way = isAscending ? asc : desc
  const orderBy = [way(key), way(id)]
  if (!cursor) return { orderBy }
  const place = sql`(${cursor.key}::${sql.raw(keyset.keyType)}, ${cursor.id}::${sql.raw(keyset.idType)})`
  return { where: sql`(${key}, ${id}) ${sql.raw(isAscending ? '>' : '<')} ${place}`, orderBy }
}
