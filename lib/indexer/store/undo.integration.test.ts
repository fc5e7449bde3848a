import { sql } from 'drizzle-orm'
import { keccak256, stringToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { allowances, balances, blocks, chainMeta, tokenApprovals, undoJournal } from '@/db/schema'
import { createRandom } from '@/test/chaos/random'
import { createTestDatabase, type TestDatabase } from '@/test/database'

const LAST = 30
const word = (text: string) => keccak256(stringToHex(text))
const account = (n: number) => `0x${n.toString(16).padStart(40, '0')}` as const

let database: TestDatabase
let db: Database
const snapshots: string[] = []

const everything = async () =>
  JSON.stringify(
    await Promise.all([
      db.select().from(balances).orderBy(balances.account),
      db.select().from(allowances).orderBy(allowances.owner, allowances.spender),
      db.select().from(tokenApprovals).orderBy(tokenApprovals.positionId),
    ]),
    (_, value) => (typeof value === 'bigint' ? value.toString() : value),
  )

/** Thirty blocks of random inserts, updates and deletes, with a picture of the tables after each. */
beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  const random = createRandom(7)
  await db.insert(chainMeta).values({
    chainId: 1,
    genesisHash: word('genesis'),
    positionsAddress: account(1),
    startBlock: 0,
    finalizedBlock: 4,
  })
  for (let number = 0; number <= LAST; number++) {
    await db.transaction(async (tx) => {
      await tx.insert(blocks).values({
        number,
        hash: word(`${number}`),
        parentHash: word(`${number - 1}`),
        time: new Date(0),
        eventful: true,
      })
      await tx.execute(sql`select set_config('hotswap.block', ${number > 4 ? String(number) : ''}, true)`)
      for (let i = 0; i < 8; i++) {
        const who = account(random.between(1, 6))
        const amount = 2n ** BigInt(random.between(0, 255)) + BigInt(random.between(0, 9))
        const set = { amount }
        const way = random.between(1, 5)
        if (way === 1) await tx.delete(balances).where(sql`account = ${who}`)
        else if (way === 2)
          await tx
            .insert(balances)
            .values({ account: who, amount })
            .onConflictDoUpdate({ target: balances.account, set })
        else if (way === 3)
          await tx
            .insert(allowances)
            .values({ owner: who, spender: account(9), amount })
            .onConflictDoUpdate({ target: [allowances.owner, allowances.spender], set })
        else if (way === 4) await tx.delete(tokenApprovals).where(sql`position_id = ${random.between(1, 3)}`)
        else
          await tx
            .insert(tokenApprovals)
            .values({ positionId: random.between(1, 3), approved: who })
            .onConflictDoUpdate({ target: tokenApprovals.positionId, set: { approved: who } })
      }
    })
    snapshots[number] = await everything()
  }
}, 60_000)
afterAll(() => database?.close())

test('undoing to any block above the finality line brings the tables back to what they were', async () => {
  for (const target of [29, 25, 24, 17, 9, 5, 4]) {
    await db.execute(sql`select undo_blocks_after(${target})`)
    expect(await everything(), `block ${target}`).toBe(snapshots[target])
  }
  expect(await db.select().from(undoJournal)).toEqual([])
  expect(await db.select({ number: blocks.number }).from(blocks)).toHaveLength(5)
})

test('undoing below the finality line is refused and changes nothing', async () => {
  const before = await everything()
  await expect(db.execute(sql`select undo_blocks_after(3)`)).rejects.toMatchObject({
    cause: { code: '22000' },
  })
  expect(await everything()).toBe(before)
})

test('outside a block nothing is kept', async () => {
  await db.insert(balances).values({ account: account(99), amount: 1n })
  expect(await db.select().from(undoJournal)).toEqual([])
})
