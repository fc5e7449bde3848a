import { desc } from 'drizzle-orm'
import { blocks } from '@/db/schema'
import type { Queryable } from '../client'

/** The newest block that was read; undefined before the first. */
export async function headBlock(db: Queryable): Promise<{ number: number; time: Date } | undefined> {
  const [head] = await db
    .select({ number: blocks.number, time: blocks.time })
    .from(blocks)
    .orderBy(desc(blocks.number))
    .limit(1)
  return head
}

/** The time by which expiry is judged: that of the newest block read, or the clock when it is ahead. */
export async function headTime(db: Queryable, now: Date): Promise<Date> {
  const head = await headBlock(db)
  return head && head.time > now ? head.time : now
}
