import type { Queryable } from '@/db/client'
import { type ValuedPositions, valuePositions } from './value-positions'

/** Values every position whose inputs have changed; whole in itself and safe to repeat. */
export function valueFleet(db: Queryable, now = new Date()): Promise<ValuedPositions> {
  return valuePositions(db, now)
}
