import { createHash } from 'node:crypto'
import { InvalidInputError } from '@/lib/core/errors'

/** A row's place in a list: its sort key and its id, as text. */
export type Place = { key: string; id: string }

/** What a list's places look like; anything else is refused before it reaches the database. */
export type PlaceShape = { isKey: (text: string) => boolean; isId: (text: string) => boolean }

/**
 * Cursor of the page after `place`: opaque text that is valid for this list, its filters and order alone.
 * @param list the list's name with the filters and order that were asked for
 */
export function encodeCursor(list: readonly unknown[], { key, id }: Place): string {
  return Buffer.from(JSON.stringify([markOf(list), key, id])).toString('base64url')
}

/** @throws InvalidInputError where the cursor is none of ours, or of another list. */
export function decodeCursor(
  list: readonly unknown[],
  shape: PlaceShape,
  cursor: string | undefined,
): Place | undefined {
  if (cursor === undefined) return undefined
  const [mark, key, id, ...rest] = read(cursor)
  if (typeof key !== 'string' || typeof id !== 'string' || rest.length > 0)
    throw refused('This is not a cursor of ours.')
  if (mark !== markOf(list)) throw refused('This cursor belongs to other filters or another order.')
  if (!shape.isKey(key) || !shape.isId(id)) throw refused('This is not a cursor of ours.')
  return { key, id }
}

function read(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function refused(sentence: string): InvalidInputError {
  return new InvalidInputError(sentence, { fields: { cursor: sentence } })
}

function markOf(list: readonly unknown[]): string {
  const text = JSON.stringify(list, (_key, value) => (typeof value === 'bigint' ? `${value}` : value))
  return createHash('sha256').update(text).digest('base64url').slice(0, 8)
}
