import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { createDatabase, type Database } from '@/db/client'
import type { Deployment } from '@/lib/chain/deployment'
import { type ChainClient, createChainClient } from '@/lib/chain/public-client'
import { createBasketThread } from './baskets/thread/basket-thread'
import type { BasketCompute } from './baskets/thread/compute'
import { config } from './config'
import { type ComputePlan, planHere, planInThread } from './fleet/compute-plan'
import { type ComputeValuation, computeHere } from './valuations/pool/compute'
import { createValuationPool } from './valuations/pool/valuation-pool'
import { createSecretBox, type SecretBox } from './webhooks/secret-box'

/** Everything a business step may touch. Steps take it as their first argument, so a test can hand in its own. */
export type ServerContext = {
  db: Database
  /** read-only client of the chain */
  client: ChainClient
  deployment: Deployment
  /** signs registrations and reassignments beside the device */
  attester: PrivateKeyAccount
  /** signs the receipts of valuations */
  valuer?: PrivateKeyAccount | undefined
  /** values inputs off the thread that serves; on it where no thread is set up */
  compute?: ComputeValuation
  /** plans fleets off the thread that serves; on it where no thread is set up */
  planFleet?: ComputePlan
  /** computes baskets and their scenarios off the thread that serves */
  basket?: BasketCompute
  /** seals what the database is to keep and not to tell */
  secretBox: SecretBox
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
  const { DATABASE_URL, RPC_URL, ATTESTER_PRIVATE_KEY, PUBLIC_URL, deployment, ...settings } = config()
  return {
    db: createDatabase(DATABASE_URL),
    client: createChainClient(deployment, RPC_URL),
    deployment,
    attester: privateKeyToAccount(ATTESTER_PRIVATE_KEY),
    valuer: settings.VALUER_PRIVATE_KEY && privateKeyToAccount(settings.VALUER_PRIVATE_KEY),
    compute: settings.VALUATION_THREAD_FILE
      ? createValuationPool({
          file: settings.VALUATION_THREAD_FILE,
          size: settings.VALUATION_THREADS,
          maxWaiting: settings.VALUATION_QUEUE,
        }).compute
      : computeHere,
    planFleet: settings.FLEET_THREAD_FILE ? planInThread(settings.FLEET_THREAD_FILE) : planHere,
    basket: settings.BASKET_THREAD_FILE
      ? createBasketThread({ file: settings.BASKET_THREAD_FILE })
      : async (step, task) => (await import('./baskets/thread/compute')).computeBasketHere(step, task),
    secretBox: createSecretBox(settings.SESSION_SECRET),
    publicUrl: new URL(PUBLIC_URL),
    now: () => new Date(),
  }
}
