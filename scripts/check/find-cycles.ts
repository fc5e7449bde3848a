/** One shortest circle from each strongly connected part of a graph (Tarjan), in a stable order. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const indices = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const parts: Set<string>[] = []

  function visit(node: string): void {
    const index = indices.size
    indices.set(node, index)
    low.set(node, index)
    stack.push(node)
    onStack.add(node)
    for (const next of graph.get(node) ?? []) {
      if (!indices.has(next)) visit(next)
      if (onStack.has(next)) low.set(node, Math.min(low.get(node) ?? index, low.get(next) ?? index))
    }
    if (low.get(node) !== index) return
    const part = new Set<string>()
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      onStack.delete(member)
      part.add(member)
      if (member === node) break
    }
    if (part.size > 1 || (graph.get(node) ?? []).includes(node)) parts.push(part)
  }

  for (const node of [...graph.keys()].sort()) if (!indices.has(node)) visit(node)
  return parts.map((part) => shortestCircle(graph, part))
}

/** Breadth first from the part's first member back to itself. */
function shortestCircle(graph: ReadonlyMap<string, readonly string[]>, part: ReadonlySet<string>): string[] {
  const [start = ''] = [...part].sort()
  const paths: string[][] = [[start]]
  const seen = new Set<string>()
  for (const path of paths) {
    for (const next of graph.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return [...path, start]
      if (!part.has(next) || seen.has(next)) continue
      seen.add(next)
      paths.push([...path, next])
    }
  }
  return [start]
}
