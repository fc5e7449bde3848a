import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { createDatabase, type Database } from '@/db/client'
import type { Deployment } from '@/lib/chain/deployment'
import { type ChainClient, createChainClient } from '@/lib/chain/public-client'
import { config } from './config'

/** Everything a business step may touch. Steps take it as their first argument, so a test can hand in its own. */
export type ServerContext = {
  db: Database
  /** read-only client of the chain */
  client: ChainClient
  deployment: Deployment
  /** signs registrations and reassignments beside the device */
  attester: PrivateKeyAccount
  /** origin people reach us at */
  publicUrl: URL
  now: () => Date
}

type Holder = { hotswapContext?: ServerContext }

/**
 * The process's one context, made on first use from `config()`. It lives on `globalThis` because Next loads modules
 * once for pages and once for route handlers (and again at each hot reload), and each copy would open its own pool.
 *
 * @throws ConfigError when the environment lacks a setting.
 */
export function context(): ServerContext {
  const holder = globalThis as Holder
  holder.hotswapContext ??= createContext()
  return holder.hotswapContext
}

function createContext(): ServerContext {
  const { DATABASE_URL, RPC_URL, ATTESTER_PRIVATE_KEY, PUBLIC_URL, deployment } = config()
  return {
    db: createDatabase(DATABASE_URL),
    client: createChainClient(deployment, RPC_URL),
    deployment,
    attester: privateKeyToAccount(ATTESTER_PRIVATE_KEY),
    publicUrl: new URL(PUBLIC_URL),
    now: () => new Date(),
  }
}
