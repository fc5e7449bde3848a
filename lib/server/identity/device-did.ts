import { didKey } from '@/lib/chain/identity/did-key'
import { keyTypes } from '@/lib/chain/ids'
import { HotswapError } from '@/lib/core/errors'
import type { PositionFacts } from '@/lib/market/position-page'

/** A position's device as did:key; undefined where its key is no point of its curve, so that nothing ever signs as it. */
export function deviceDid({
  keyType,
  keyPoint,
}: Pick<PositionFacts, 'keyType' | 'keyPoint'>): string | undefined {
  const known = keyTypes.find((type) => type === keyType)
  try {
    return known && didKey({ keyType: known, ...keyPoint })
  } catch (error) {
    if (error instanceof HotswapError) return undefined
    throw error
  }
}
