import { cellToParent, getResolution } from 'h3-js'

/** The finest resolution at which places are public. */
const FINEST = 5

/** Rows by H3 cell at the finest resolution that leaves at most `most` cells. Pure. */
export function groupCells<row extends { cell: string }>(
  rows: readonly row[],
  most: number,
): { groups: Map<string, row[]>; resolution: number } {
  for (let resolution = FINEST; ; resolution--) {
    const groups = new Map<string, row[]>()
    for (const row of rows) {
      const cell = getResolution(row.cell) > resolution ? cellToParent(row.cell, resolution) : row.cell
      const group = groups.get(cell)
      if (group) group.push(row)
      else groups.set(cell, [row])
    }
    if (groups.size <= most || resolution === 0) return { groups, resolution }
  }
}
