import { headBlock } from '@/db/queries/head'
import { context, type ServerContext } from '../context'
import { isDatabaseAway } from '../failure/is-database-away'

/** The chain as it was last read. `now` is the moment of reading, by this server's clock. */
export type ChainHead = { chainName: string; chainId: number; block: number; time: Date; now: Date }

/** For the foot of every page, which must stand when the database does not: undefined then, and before the first block. */
export async function readHead(server: ServerContext = context()): Promise<ChainHead | undefined> {
  const { db, deployment, now } = server
  try {
    const head = await headBlock(db)
    return (
      head && {
        chainName: deployment.name,
        chainId: deployment.chainId,
        block: head.number,
        time: head.time,
        now: now(),
      }
    )
  } catch (error) {
    if (isDatabaseAway(error)) return undefined
    throw error
  }
}
