import type { Database } from '@/db/client'
import { makeFiles } from './make-files'
import { publishFiles } from './publish-files'
import type { RewardPublisher } from './reward-publisher'

export type ClosedEpochs = {
  /** networks a file was made for */
  made: string[]
  /** networks whose root went on chain */
  published: string[]
}

/**
 * Closes what epochs have ended: makes their files from final blocks and publishes the roots. May run at any time and be
 * cut off anywhere: a file is made in one transaction and never changed, a root is published only while the chain has
 * none of that epoch, and no file is made while the one before is not published.
 *
 * @throws RootContradictedError, PublicationFailedError, UnavailableError
 */
export async function closeEpochs(db: Database, publisher: RewardPublisher): Promise<ClosedEpochs> {
  // what an interrupted run left
  const left = await publishFiles(db, publisher)
  const made = await makeFiles(db, publisher)
  const published = made.length > 0 ? await publishFiles(db, publisher) : []
  return { made, published: [...left, ...published] }
}
