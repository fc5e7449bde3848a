import { type Hex, sha256, slice, stringToBytes } from 'viem'

/** Bytes of a leaf's hash that are kept: enough to name what was altered; what nobody can alter is the signature's part. */
const BYTES = 8

/**
 * A short hash of each value of a JSON document, by its place (`credentialSubject.network`, `evidence.0.transaction`),
 * so that a reader of an altered document can be told which value it is.
 */
export function leafHashes(document: unknown, place = ''): Record<string, Hex> {
  if (typeof document !== 'object' || document === null)
    return { [place]: slice(sha256(stringToBytes(JSON.stringify(document))), 0, BYTES) }
  return Object.assign(
    {},
    ...Object.entries(document).map(([name, value]) =>
      leafHashes(value, place === '' ? name : `${place}.${name}`),
    ),
  )
}

/** Places whose value is not the one that was hashed: changed, added or taken away. */
export function changedLeaves(document: unknown, hashes: Record<string, unknown>): string[] {
  const now = leafHashes(document)
  const places = new Set([...Object.keys(now), ...Object.keys(hashes)])
  return [...places].filter((place) => now[place] !== hashes[place]).sort()
}
