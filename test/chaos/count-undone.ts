import pg from 'pg'
import { CHANNEL, type RangeNotice } from '@/lib/indexer'

/** Listens to what the indexer announces and counts the ranges that undid blocks. */
export async function countUndone(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  let count = 0
  client.on('notification', ({ payload }) => {
    const notice = JSON.parse(payload ?? '{}') as Partial<RangeNotice>
    if (notice.undoneTo !== undefined) count++
  })
  await client.query(`listen ${CHANNEL}`)
  return { count: () => count, close: () => client.end() }
}
