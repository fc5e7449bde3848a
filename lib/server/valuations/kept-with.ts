const kept = new WeakMap<object, Map<string, unknown>>()

/** More of one owner are forgotten all at once, and made again as they are asked for. */
const MOST = 4_000

/**
 * What is made of an object that never changes, kept for as long as that is: of evidence, which is another object once a
 * figure has changed. The key names all else it is made of, and what kind of thing it is. What is thrown is not kept.
 */
export function keptWith<value>(owner: object, key: string, make: () => value): value {
  let own = kept.get(owner)
  if (!own) {
    own = new Map()
    kept.set(owner, own)
  }
  if (own.has(key)) return own.get(key) as value
  const made = make()
  if (own.size >= MOST) own.clear()
  own.set(key, made)
  return made
}
