import type { Transaction } from '@/db/client'
import { rewardClaims, rewardRoots } from '@/db/schema'
import type { BlockEvents } from '../reduce/state'
import { insertRows } from './bulk'

/** Writes the roots and claims of blocks; rows hang on their block and go with it. */
export async function writeRewards(tx: Transaction, blocks: readonly BlockEvents[]): Promise<void> {
  const roots: (typeof rewardRoots.$inferSelect)[] = []
  const claims: (typeof rewardClaims.$inferSelect)[] = []
  for (const { header, events } of blocks) {
    const time = new Date(header.timestamp * 1000)
    for (const event of events)
      if (event.type === 'root_published') {
        const { type: _, ...row } = event
        roots.push({ ...row, time })
      } else if (event.type === 'reward_claimed') {
        const { type: _, earnedWith, ...row } = event
        claims.push({ ...row, positionId: earnedWith, time })
      }
  }
  await insertRows(tx, rewardRoots, roots)
  await insertRows(tx, rewardClaims, claims)
}
