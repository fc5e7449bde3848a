import { InvalidInputError } from '@/lib/core/errors'

export type Assignment = {
  /** column given to each row */
  columnOfRow: Int32Array
  /** total cost */
  cost: number
  /** dual prices: cost[i][j] − row[i] − column[j] ≥ 0, with equality on the assignment */
  rowPrice: Float64Array
  columnPrice: Float64Array
}

/**
 * Minimum-cost assignment of n rows to m ≥ n columns, each column at most once: shortest augmenting paths with dual
 * prices (Jonker & Volgenant 1987; the variant for rectangular costs of Crouse 2016). O(n²·m) at worst.
 *
 * @param costs row-major n × m; +∞ forbids a pair
 * @throws InvalidInputError when the shape is wrong, a cost is NaN or −∞, or no assignment avoids the forbidden pairs
 */
export function linearAssignment(costs: Float64Array, n: number, m: number): Assignment {
  if (costs.length !== n * m || n > m)
    throw new InvalidInputError('An assignment needs a matrix with at least as many columns as rows.')
  const u = new Float64Array(n)
  const v = new Float64Array(m)
  const columnOfRow = new Int32Array(n).fill(-1)
  const rowOfColumn = new Int32Array(m).fill(-1)
  const shortest = new Float64Array(m)
  const predecessor = new Int32Array(m)
  const rest = new Int32Array(m)
  const scannedRows = new Int32Array(n)
  const scannedColumns = new Int32Array(m)

  reduceColumns(costs, n, m, v, columnOfRow, rowOfColumn)
  for (let free = 0; free < n; free++) {
    if (columnOfRow[free] !== -1) continue
    // Dijkstra over columns on reduced costs, from the free row to the nearest free column
    shortest.fill(Number.POSITIVE_INFINITY)
    for (let j = 0; j < m; j++) rest[j] = m - 1 - j
    let left = m
    let rowsScanned = 0
    let columnsScanned = 0
    let minimum = 0
    let row = free
    let sink = -1
    while (sink === -1) {
      scannedRows[rowsScanned++] = row
      const base = row * m
      const offset = minimum - u[row]!
      let best = -1
      let lowest = Number.POSITIVE_INFINITY
      for (let k = 0; k < left; k++) {
        const j = rest[k]!
        const cost = costs[base + j]!
        const length = offset + cost - v[j]!
        if (length < shortest[j]!) {
          shortest[j] = length
          predecessor[j] = row
        }
        const distance = shortest[j]!
        // among equals a free column ends the search at once
        if (distance < lowest || (distance === lowest && rowOfColumn[j] === -1)) {
          lowest = distance
          best = k
        }
      }
      if (!(lowest < Number.POSITIVE_INFINITY)) throw refuse(costs)
      minimum = lowest
      const j = rest[best]!
      rest[best] = rest[--left]!
      scannedColumns[columnsScanned++] = j
      if (rowOfColumn[j] === -1) sink = j
      else row = rowOfColumn[j]!
    }
    // prices move so that reduced costs stay non-negative and the path becomes tight
    u[free]! += minimum
    for (let k = 1; k < rowsScanned; k++) {
      const i = scannedRows[k]!
      u[i]! += minimum - shortest[columnOfRow[i]!]!
    }
    for (let k = 0; k < columnsScanned; k++) {
      const j = scannedColumns[k]!
      v[j]! -= minimum - shortest[j]!
    }
    for (let j = sink; ; ) {
      const i = predecessor[j]!
      rowOfColumn[j] = i
      const next = columnOfRow[i]!
      columnOfRow[i] = j
      if (i === free) break
      j = next
    }
  }

  let cost = 0
  for (let i = 0; i < n; i++) cost += costs[i * m + columnOfRow[i]!]!
  for (let i = 0; i < n; i++) u[i] = costs[i * m + columnOfRow[i]!]! - v[columnOfRow[i]!]!
  return { columnOfRow, cost, rowPrice: u, columnPrice: v }
}

/**
 * Start: on a square problem each column takes its cheapest row if that row is free (column reduction). A rectangular
 * one starts from zero prices, because an unassigned column must keep price 0.
 */
function reduceColumns(
  costs: Float64Array,
  n: number,
  m: number,
  v: Float64Array,
  columnOfRow: Int32Array,
  rowOfColumn: Int32Array,
): void {
  for (let k = 0; k < costs.length; k++)
    if (!(costs[k]! > Number.NEGATIVE_INFINITY))
      throw new InvalidInputError('A cost of an assignment is a number.')
  if (n !== m) return
  const cheapestRow = new Int32Array(m)
  v.set(costs.subarray(0, m))
  for (let i = 1; i < n; i++) {
    const base = i * m
    for (let j = 0; j < m; j++)
      if (costs[base + j]! < v[j]!) {
        v[j] = costs[base + j]!
        cheapestRow[j] = i
      }
  }
  for (let j = m - 1; j >= 0; j--) {
    const row = cheapestRow[j]!
    if (v[j] === Number.POSITIVE_INFINITY) v[j] = 0
    else if (columnOfRow[row] === -1) {
      columnOfRow[row] = j
      rowOfColumn[j] = row
    }
  }
}

function refuse(costs: Float64Array): InvalidInputError {
  return new InvalidInputError(
    costs.some((cost) => cost === Number.POSITIVE_INFINITY)
      ? 'No assignment avoids all the forbidden pairs.'
      : 'The costs are too large to be added up.',
  )
}
