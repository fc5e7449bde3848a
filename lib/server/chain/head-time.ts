import { headBlock } from '@/db/queries/head'
import type { ServerContext } from '../context'

/** The time by which expiry is judged: the later of the last block read and this server's clock. */
export async function headTime({ db, now }: Pick<ServerContext, 'db' | 'now'>): Promise<Date> {
  const clock = now()
  const head = await headBlock(db)
  return head && head.time > clock ? head.time : clock
}
