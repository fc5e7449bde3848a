import { bytesToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { createDatabase } from '@/db/client'
import { deviceModels, networks } from '@/db/schema'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import { createChainClient } from '@/lib/chain/public-client'
import type { ServerContext } from '@/lib/server/context'
import { createSecretBox } from '@/lib/server/webhooks/secret-box'
import { startTestChain, type TestChain } from './chain'
import { createTestDatabase } from './database'

export type TestContext = ServerContext & {
  chain: TestChain
  databaseUrl: string
  /** sets the server's clock ahead (or back); the chain's and the database's go on */
  shiftClock(milliseconds: number): void
  close(): Promise<void>
}

/** What the server's steps stand on, all of it real: a PostgreSQL, a node with our contracts, the local attester. */
export async function createTestContext(): Promise<TestContext> {
  const [database, chain] = await Promise.all([createTestDatabase(), startTestChain()])
  let shift = 0
  const attesterKey = localAccount(localAccounts.attester).getHdKey().privateKey
  if (!attesterKey) throw new Error('the local mnemonic has private keys')
  await seed(database.db)
  return {
    db: database.db,
    databaseUrl: database.url,
    chain,
    client: createChainClient(chain.deployment, chain.rpcUrl),
    deployment: chain.deployment,
    attester: privateKeyToAccount(bytesToHex(attesterKey)),
    secretBox: createSecretBox('a session secret of the tests, long enough'),
    publicUrl: new URL('http://localhost:3000'),
    now: () => new Date(Date.now() + shift),
    shiftClock: (milliseconds) => {
      shift = milliseconds
    },
    close: async () => {
      await Promise.all([database.close(), chain.stop()])
    },
  }
}

/** Two networks for registrations: one where place matters and one where it does not. */
async function seed(db: ReturnType<typeof createDatabase>) {
  await db.insert(networks).values([
    { slug: 'radio', name: 'Radio', category: 'wireless', token: 'RAD', isPhysical: true },
    { slug: 'relay', name: 'Relay', category: 'bandwidth', token: 'REL', isPhysical: false },
  ])
  await db.insert(deviceModels).values([
    { slug: 'antenna-1', network: 'radio', name: 'Antenna 1' },
    { slug: 'server-1', network: 'relay', name: 'Server 1' },
  ])
}
