import assert from 'node:assert/strict'
import { sql } from 'drizzle-orm'
import { encodeFunctionData, type Hex, maxUint256 } from 'viem'
import type { Database } from '@/db/client'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import {
  readIndexedAccounts,
  readIndexedPositions,
  readIndexedSales,
  readIndexedStatuses,
} from './indexed-state'
import { readTrueSales } from './true-sales'
import { createTrueClient, readTrueAccounts, readTruePositions } from './true-state'
import { readTrueStatuses } from './true-statuses'
import type { World } from './world'

export type Verdict = { positions: number; sales: number; orders: Record<string, number>; ledger: number }

const byKey = <row extends Record<string, unknown>>(rows: readonly row[]) =>
  [...rows].sort((a, b) =>
    `${a.transactionHash}:${a.positionId}` < `${b.transactionHash}:${b.positionId}` ? -1 : 1,
  )

/** Gives account 0 dollars and an allowance, so that it can try every listing. To be mined before judging. */
export async function fundWhale(world: World): Promise<Hex> {
  const whale = localAccount(localAccounts.deployer).address
  const { abi } = world.contracts.dollar
  const { node, deployment } = world
  const faucet = encodeFunctionData({ abi, functionName: 'faucet', args: [1_000_000_000_000n] })
  await node.send(whale, deployment.dollar, faucet)
  const approve = encodeFunctionData({ abi, functionName: 'approve', args: [deployment.seaport, maxUint256] })
  await node.send(whale, deployment.dollar, approve)
  return whale
}

/**
 * The chain as judge: everything the database made of the events must be what the contracts answer, and an order
 * must be open exactly when its fill goes through.
 * @throws AssertionError naming the first thing that differs
 */
export async function judge(db: Database, rpcUrl: string, world: World, whale: Hex): Promise<Verdict> {
  const client = createTrueClient(rpcUrl, world.deployment)
  const truePositions = await readTruePositions(client, world)
  assert.deepEqual(await readIndexedPositions(db), truePositions, 'positions differ')
  assert.deepEqual(
    await readIndexedAccounts(db, world),
    await readTrueAccounts(client, world),
    'accounts differ',
  )

  const sales = await readIndexedSales(db)
  const trueSales = await readTrueSales(client, world.deployment)
  const untold = new Set(trueSales.filter((sale) => sale.price === null).map((sale) => sale.transactionHash))
  const told = sales.map((sale) =>
    untold.has(sale.transactionHash) ? { ...sale, price: null, fee: null } : sale,
  )
  assert.deepEqual(byKey(told), byKey(trueSales), 'sales differ')

  const statuses = await readIndexedStatuses(db)
  const counts: Record<string, number> = {}
  for (const { hash, status, fills } of await readTrueStatuses(client, world, whale)) {
    const indexed = statuses.get(hash)
    assert.equal(indexed, status, `order ${hash} is ${indexed} in the database and ${status} on chain`)
    if (fills !== undefined)
      assert.equal(
        fills,
        status === 'open',
        `order ${hash} is ${status}, and its fill ${fills ? 'goes' : 'does not go'} through`,
      )
    counts[status] = (counts[status] ?? 0) + 1
  }
  await judgeHeaders(db, client)
  const ledger = await db.execute<{ count: string }>(sql`select count(*) from ledger`)
  return {
    positions: truePositions.length,
    sales: sales.length,
    orders: counts,
    ledger: Number(ledger.rows[0]?.count),
  }
}

/** Every header kept is the chain's, and nothing older than finality is left to undo. */
async function judgeHeaders(db: Database, client: ReturnType<typeof createTrueClient>): Promise<void> {
  const kept = await db.execute<{ number: string; hash: Hex }>(
    sql`select number, hash from blocks order by number`,
  )
  const headers = await Promise.all(
    kept.rows.map(({ number }) => client.getBlock({ blockNumber: BigInt(number) })),
  )
  assert.deepEqual(
    kept.rows.map((row) => row.hash),
    headers.map((header) => header.hash),
    'block hashes differ',
  )
  const left = await db.execute<{ count: string }>(
    sql`select count(*) from undo_journal where block_number <= (select finalized_block from chain_meta)`,
  )
  assert.equal(Number(left.rows[0]?.count), 0, 'the journal keeps blocks beyond undoing')
}
