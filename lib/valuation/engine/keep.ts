/**
 * Keeps what was computed last, for calls that ask the same again; the least recently asked goes first. What is kept is
 * shared and must not be written to.
 * @param most things kept
 */
export function keepLast<thing>(most: number): (key: string, make: () => thing) => thing {
  const kept = new Map<string, thing>()
  return (key, make) => {
    const found = kept.get(key) ?? make()
    kept.delete(key)
    kept.set(key, found)
    if (kept.size > most)
      for (const oldest of [...kept.keys()].slice(0, kept.size - most)) kept.delete(oldest)
    return found
  }
}
