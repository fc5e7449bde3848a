import type { Queryable } from '@/db/client'
import { latestValuation, type StoredValuation } from '@/db/queries/valuations'
import { NotFoundError } from '@/lib/core/errors'
import { valuePositions } from './value-positions'

/**
 * A position's value as of now: the stored one while its inputs are the same, otherwise computed and stored.
 * @throws NotFoundError when there is no such position
 * @throws UnknownRewardError, MissingAssumptionError, InvalidInputError when it cannot be valued
 */
export async function valueOne(
  db: Queryable,
  positionId: number,
  now = new Date(),
): Promise<StoredValuation> {
  const { failed } = await valuePositions(db, now, [positionId])
  if (failed[0]) throw failed[0].error
  const stored = await latestValuation(db, positionId)
  if (!stored) throw new NotFoundError(`There is no position ${positionId}.`, { details: { positionId } })
  return stored
}
