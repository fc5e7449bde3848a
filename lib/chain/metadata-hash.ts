import canonicalize from 'canonicalize'
import { type Hex, keccak256, stringToBytes } from 'viem'
import { InvalidInputError } from '@/lib/core/errors'

/** What a position says of its device; its hash is on chain. */
export type DeviceMetadata = {
  name: string
  hardware: string
  operator?: string | undefined
  /** true for what was made for demonstration and observes nothing */
  demonstration: boolean
  note?: string | undefined
}

/** keccak256 of the canonical JSON (RFC 8785) of a document, as text. */
export function metadataHash(document: Record<string, unknown>): Hex {
  const text = canonicalize(document)
  if (text === undefined) throw new InvalidInputError('The metadata is not JSON.')
  return keccak256(stringToBytes(text))
}
