/** The sources that figures name, each once: a figure may name several, parted by semicolons. */
export function sourcesOf(figures: Iterable<{ source: string }>): string {
  const named = [...figures].flatMap(({ source }) => source.split('; '))
  return [...new Set(named)].join('; ')
}
