'use client'

import { Tag } from '@/components/ui'
import type { UsdUnits } from '@/lib/core/money'
import { ruleWords } from './rule-words'
import { useWatches } from './use-watches'

/** What this browser watches of a position, and whether its price has come about. */
export function LocalRules({ positionId, price }: { positionId: number; price: UsdUnits | undefined }) {
  const rules = useWatches().get(positionId)
  if (!rules) return 'not watched in this browser'
  const isHit = rules.below !== undefined && price !== undefined && price <= rules.below
  return (
    <>
      {isHit && (
        <>
          <Tag look="signal">at your price</Tag>{' '}
        </>
      )}
      {ruleWords(rules).join(', ')}
    </>
  )
}
