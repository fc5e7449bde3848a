import canonicalize from 'canonicalize'
import { type Hex, keccak256, stringToBytes } from 'viem'
import type { ValuationInputs } from '@/lib/valuation/inputs'

/** keccak256 of the canonical JSON (RFC 8785) of model and inputs. */
export function inputsHash(model: string, inputs: ValuationInputs): Hex {
  const text = canonicalize({ model, inputs })
  if (text === undefined) throw new TypeError('valuation inputs are JSON')
  return keccak256(stringToBytes(text))
}
