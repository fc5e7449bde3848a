import { latestValuation, type StoredValuation } from '@/db/queries/valuations'
import { NotFoundError } from '@/lib/core/errors'
import type { ValuationContext } from './valuation-context'
import { valuePositions } from './value-positions'

/**
 * A position's value as of now: the stored one while its inputs are the same, otherwise computed and stored.
 * @throws NotFoundError when there is no such position
 * @throws UnknownRewardError, MissingAssumptionError, InvalidInputError when it cannot be valued
 * @throws UnavailableError when too many valuations wait
 */
export async function valueOne(server: ValuationContext, positionId: number): Promise<StoredValuation> {
  const { failed } = await valuePositions(server, [positionId])
  if (failed[0]) throw failed[0].error
  const stored = await latestValuation(server.db, positionId)
  if (!stored) throw new NotFoundError(`There is no position ${positionId}.`, { details: { positionId } })
  return stored
}
