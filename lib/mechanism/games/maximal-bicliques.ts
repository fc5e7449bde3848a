export type Biclique = { left: number[]; right: number[] }

/**
 * All maximal bicliques of a bipartite graph: pairs of sets joined by every edge, which no further node can join.
 * Closes the nodes' neighbourhoods under intersection; for the small graphs of extreme equilibria.
 */
export function maximalBicliques(edges: readonly (readonly [number, number])[]): Biclique[] {
  const neighbours = new Map<number, Set<number>>()
  for (const [left, right] of edges)
    neighbours.set(left, (neighbours.get(left) ?? new Set<number>()).add(right))
  const closed = new Map<string, number[]>()
  const keep = (members: number[]) => {
    const key = members.join()
    if (members.length === 0 || closed.has(key)) return false
    closed.set(key, members)
    return true
  }
  const queue: number[][] = []
  const offer = (members: Iterable<number>) => {
    const sorted = [...members].sort((a, b) => a - b)
    if (keep(sorted)) queue.push(sorted)
  }
  for (const set of neighbours.values()) offer(set)
  for (let members = queue.pop(); members; members = queue.pop())
    for (const set of neighbours.values()) offer(members.filter((member) => set.has(member)))
  return [...closed.values()].map((right) => ({
    left: [...neighbours].filter(([, set]) => right.every((member) => set.has(member))).map(([left]) => left),
    right,
  }))
}
