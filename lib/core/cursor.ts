/**
 * A place in a sorted list, named by the sort key and id of a row, so that a page starts where the last one ended
 * whatever was added meanwhile. It travels in URLs as `key~id`.
 */
export type Cursor = {
  key: string
  id: string
  /** after: the rows that follow; before: those that lead up to it */
  side: 'after' | 'before'
}

export function formatCursor({ key, id }: Pick<Cursor, 'key' | 'id'>): string {
  return `${key}~${id}`
}

/** Reads a cursor out of `after` or `before`; text that is none names the first page. */
export function parseCursor(
  params: { after?: string | undefined; before?: string | undefined },
  shape: { key: RegExp; id: RegExp },
): Cursor | undefined {
  const side = params.after ? 'after' : 'before'
  const [key, id, ...rest] = (params.after || params.before || '').split('~')
  if (!key || !id || rest.length > 0 || !shape.key.test(key) || !shape.id.test(id)) return undefined
  return { key, id, side }
}

/** Cursors of the neighbouring pages, where there are any. */
export type Neighbours = { previous?: string; next?: string }

export type CursorPage<row> = { rows: row[]; neighbours: Neighbours }

/**
 * Makes a page of rows read in the cursor's direction with one more than fits: it is dropped, and shows that the list
 * goes on. Rows read backwards are turned round.
 */
export function toCursorPage<row>(
  read: readonly row[],
  size: number,
  cursor: Cursor | undefined,
  placeOf: (row: row) => Pick<Cursor, 'key' | 'id'>,
): CursorPage<row> {
  const back = cursor?.side === 'before'
  const more = read.length > size
  const rows = read.slice(0, size)
  if (back) rows.reverse()
  const first = rows[0]
  const last = rows.at(-1)
  const neighbours: Neighbours = {}
  if (first && (back ? more : cursor)) neighbours.previous = formatCursor(placeOf(first))
  if (last && (back || more)) neighbours.next = formatCursor(placeOf(last))
  return { rows, neighbours }
}
