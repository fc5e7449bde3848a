import { longestHistories } from '@/db/queries/statistics'
import type { MeasureId } from '@/lib/market/statistics/measures'
import { context, type ServerContext } from '../context'

/** The three networks whose history of a measure is the longest. */
export async function readLongest(
  measure: MeasureId,
  { db }: Pick<ServerContext, 'db'> = context(),
): Promise<string[]> {
  return longestHistories(db, measure, 3)
}
