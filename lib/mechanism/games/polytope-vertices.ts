import { copyTableau, leavingRow, originTableau, pivot, type Tableau } from './best-response-polytope'
import { type Rational, rational } from './rational'

export type Vertex = {
  /** coordinates */
  point: Rational[]
  /** bit k: variable k is zero; bit variables + i: inequality i binds */
  binding: number
}

/**
 * All vertices of {z ≥ 0, M z ≤ 1} for a positive M, in exact arithmetic: a walk over every basis of the polytope
 * whose right-hand sides are made distinct by an infinitesimal. Bases that meet in one point give one vertex.
 */
export function polytopeVertices(matrix: readonly Rational[][]): Vertex[] {
  const start = originTableau(matrix)
  const seen = new Set([basisKey(start)])
  const vertices = new Map<string, Vertex>()
  const queue = [start]
  for (let tableau = queue.pop(); tableau; tableau = queue.pop()) {
    const vertex = vertexOf(tableau)
    vertices.set(vertex.point.map(({ n, d }) => `${n}/${d}`).join(), vertex)
    const basic = new Set(tableau.basis)
    const columns = tableau.variables + tableau.rows.length
    for (let entering = 0; entering < columns; entering++) {
      if (basic.has(entering)) continue
      const leaving = leavingRow(tableau, entering)
      if (leaving === -1) continue
      const key = maskOf(tableau.basis) - 2 ** tableau.basis[leaving]! + 2 ** entering
      if (seen.has(key)) continue
      seen.add(key)
      const next = copyTableau(tableau)
      pivot(next, entering, leaving)
      queue.push(next)
    }
  }
  return [...vertices.values()]
}

const maskOf = (members: readonly number[]) => members.reduce((sum, k) => sum + 2 ** k, 0)
const basisKey = ({ basis }: Tableau) => maskOf(basis)

/** The point of a basis. */
export function vertexOf({ variables, basis, rows, determinant }: Tableau): Vertex {
  const columns = variables + rows.length
  const point = Array.from({ length: variables }, () => rational(0n))
  let binding = 2 ** columns - 1
  basis.forEach((variable, i) => {
    const value = rows[i]!.at(-1)!
    if (value !== 0n) binding -= 2 ** variable
    if (variable < variables) point[variable] = rational(value, determinant)
  })
  return { point, binding }
}
