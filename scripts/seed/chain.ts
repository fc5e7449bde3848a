import { isNull, sql } from 'drizzle-orm'
import { deviceModels, networks, operatorMonths, operators } from '@/db/schema'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { createIndexer, type Indexer } from '@/lib/indexer'
import { valueFleet } from '@/lib/server/valuations/value-fleet'
import { seedAccount } from './chain/accounts'
import { buyPositions } from './chain/buy-positions'
import { withKeys } from './chain/device-keys'
import { approveSellers, listPositions } from './chain/list-positions'
import { makeOffers } from './chain/make-offers'
import { SeedChainError } from './chain/node-batch'
import { type PlannedDevice, planDevices } from './chain/plan-devices'
import { readHeld } from './chain/read-held'
import { registerDevices } from './chain/register-devices'
import type { SeedChain } from './chain/seed-chain-context'
import { upsert } from './upsert'

export type SeededChain = {
  positions: number
  registered: number
  valued: number
  listed: number
  sold: number
  offered: number
}

/**
 * Brings the local chain to its demonstration state: the relay operators' fleets and some devices of every other
 * network registered by keys of their own, valued, about a third of them listed by signed orders about their value,
 * some bid for, and some others in each network sold.
 * Each step looks at what is there and adds what is missing, so it can be stopped anywhere and run again.
 * @throws SeedChainError on any chain but the local one, or when its node refuses a step
 */
export async function seedChain(chain: SeedChain): Promise<SeededChain> {
  const { deployment, db, rpcUrl } = chain
  if (deployment.chainId !== LOCAL_CHAIN_ID)
    throw new SeedChainError(`The seed writes to the local chain alone, not to ${deployment.chainId}.`)
  const indexer = createIndexer({ db, rpcUrl, deployment, pollMs: 100 })

  await nameOperators(chain)
  const devices = withKeys(await readPlan(chain))
  const registered = await registerDevices(chain, devices)
  await indexer.syncToHead()
  const { valued } = await valueFleet(chain)

  const held = await readHeld(chain, devices)
  await approveSellers(chain, held)
  await indexer.syncToHead()
  const listed = await listPositions(chain, held)
  const offered = await whileRead(indexer, () => makeOffers(chain, devices, held))
  const sold = await buyPositions(chain, held)
  await indexer.syncToHead()
  return { positions: devices.length, registered, valued: valued.length, listed, sold, offered }
}

/** Takes a step while the chain is read: an order is taken once the blocks before it are read. */
async function whileRead<result>(indexer: Indexer, step: () => Promise<result>): Promise<result> {
  const done = new AbortController()
  const reading = indexer.run({ signal: done.signal })
  const [result] = await Promise.all([step().finally(() => done.abort()), reading])
  return result
}

/** Writes down which account stands for which operator. */
async function nameOperators({ db }: SeedChain): Promise<void> {
  const unnamed = await db.select().from(operators).where(isNull(operators.account))
  await upsert(
    db,
    operators,
    unnamed.map((operator) => ({
      ...operator,
      account: seedAccount('operator', operator.slug).address,
    })),
  )
}

async function readPlan({ db }: SeedChain): Promise<PlannedDevice[]> {
  const models = await db.select().from(deviceModels).orderBy(deviceModels.slug)
  const known = (await db.select().from(networks)).map((network) => ({
    ...network,
    models: models.filter((model) => model.network === network.slug),
  }))
  const fleets = await db
    .select({ operator: operatorMonths.operator, nodes: sql<number>`max(${operatorMonths.nodes})` })
    .from(operatorMonths)
    .groupBy(operatorMonths.operator)
  return planDevices(known, fleets)
}
