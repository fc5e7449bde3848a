import { type Hex, hexToBytes, keccak256, toRlp } from 'viem'

type Entry = { path: Uint8Array; value: Uint8Array }
type Node = Uint8Array | (Uint8Array | Node)[]

const EMPTY = new Uint8Array(0)

/** Merkle-Patricia root of an empty trie: keccak256(rlp('')). */
export const EMPTY_TRIE_ROOT: Hex = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'

/**
 * Root of the Merkle-Patricia trie that maps rlp(index) to each item: how a block commits to its receipts
 * (Yellow Paper, appendix D).
 */
export function trieRoot(items: readonly Hex[]): Hex {
  if (items.length === 0) return EMPTY_TRIE_ROOT
  const entries = items.map((item, index) => ({ path: nibbles(indexKey(index)), value: hexToBytes(item) }))
  return keccak256(toRlp(build(entries, 0), 'bytes'))
}

/** rlp(index); zero is the empty string. */
function indexKey(index: number): Uint8Array {
  return toRlp(index === 0 ? EMPTY : hexToBytes(`0x${evenHex(index)}`), 'bytes')
}

function evenHex(value: number): string {
  const text = value.toString(16)
  return text.length % 2 === 0 ? text : `0${text}`
}

function nibbles(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes].flatMap((byte) => [byte >> 4, byte & 15]))
}

/** Hex-prefix encoding of a path: its parity and whether it ends in a leaf. */
function hexPrefix(path: Uint8Array, leaf: boolean): Uint8Array {
  const flag = (leaf ? 2 : 0) + (path.length % 2)
  const padded = path.length % 2 === 1 ? [flag, ...path] : [flag, 0, ...path]
  return Uint8Array.from({ length: padded.length / 2 }, (_, i) => (padded[2 * i]! << 4) | padded[2 * i + 1]!)
}

function build(entries: readonly Entry[], depth: number): Node[] {
  const first = entries[0]!
  if (entries.length === 1) return [hexPrefix(first.path.subarray(depth), true), first.value]
  const shared = sharedLength(entries, depth)
  if (shared > 0)
    return [
      hexPrefix(first.path.subarray(depth, depth + shared), false),
      reference(build(entries, depth + shared)),
    ]
  const branch: Node[] = []
  for (let nibble = 0; nibble < 16; nibble++) {
    const below = entries.filter((entry) => entry.path[depth] === nibble)
    branch.push(below.length === 0 ? EMPTY : reference(build(below, depth + 1)))
  }
  // keys of rlp-coded indices never end at a branch, so its value stays empty
  return [...branch, EMPTY]
}

function sharedLength(entries: readonly Entry[], depth: number): number {
  const first = entries[0]!.path
  let length = 0
  while (
    depth + length < first.length &&
    entries.every((entry) => entry.path[depth + length] === first[depth + length])
  )
    length++
  return length
}

/** A node shorter than 32 bytes stands in its parent; a longer one is named by its hash. */
function reference(node: Node[]): Node {
  const encoded = toRlp(node, 'bytes')
  return encoded.length < 32 ? node : keccak256(encoded, 'bytes')
}
