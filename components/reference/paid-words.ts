import { formatCount, formatShare } from '@/lib/core/format'
import type { NearestReference } from '@/lib/market/reference-price/nearest-reference'

/** What a reference rests on: “97% of value, 23 sales”. */
export function basisWords({ share, sales }: Pick<NearestReference, 'share' | 'sales'>): string {
  const of = `${formatCount(sales)} sales`
  return share === undefined ? `median of ${of}` : `${formatShare(share)} of value, ${of}`
}

const names = {
  position: 'of this position',
  model: 'of its model',
  network: 'of its network',
  all: 'of all networks',
} satisfies Record<NearestReference['scope'], string>

export function scopeWords(scope: NearestReference['scope']): string {
  return names[scope]
}
