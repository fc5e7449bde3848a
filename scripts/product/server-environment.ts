import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { toHex } from 'viem'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import type { Contracts } from './chain'
import type { Secrets } from './secrets'
import type { Settings } from './settings'
import { StopError } from './stop-error'

function attesterKey(settings: Settings, contracts: Contracts): string {
  if (settings.ATTESTER_PRIVATE_KEY) return settings.ATTESTER_PRIVATE_KEY
  if (!contracts.local)
    throw new StopError('On a public chain, set ATTESTER_PRIVATE_KEY to the attester’s key.')
  return localKey('attester')
}

/** Undefined on a public chain without the setting: receipts then go unsigned, and say so. */
function valuerKey(settings: Settings, contracts: Contracts): string | undefined {
  return settings.VALUER_PRIVATE_KEY ?? (contracts.local ? localKey('valuer') : undefined)
}

/** Undefined on a public chain without the setting: this product then publishes no rewards. */
function publisherKey(settings: Settings, contracts: Contracts): string | undefined {
  return settings.REWARD_PUBLISHER_PRIVATE_KEY ?? (contracts.local ? localKey('rewardPublisher') : undefined)
}

function localKey(part: 'attester' | 'valuer' | 'rewardPublisher'): string {
  const key = localAccount(localAccounts[part]).getHdKey().privateKey
  if (!key) throw new StopError(`The local ${part} has no key.`)
  return toHex(key)
}

/**
 * The environment of every server process (lib/server/config.ts). What a public chain needs is asked for, what the
 * local one needs is made.
 * @throws StopError that names the setting a public chain lacks
 */
export function serverEnvironment(
  settings: Settings,
  secrets: Secrets,
  contracts: Contracts,
  urls: { databaseUrl: string; rpcUrl: string; publicUrl: string },
  valuationThread: string,
): Record<string, string> {
  if (!contracts.local && !settings.SESSION_SECRET)
    throw new StopError(
      'On a public chain, set SESSION_SECRET (32 characters or more, the same on every server).',
    )
  const valuer = valuerKey(settings, contracts)
  const publisher = publisherKey(settings, contracts)
  return {
    DATABASE_URL: urls.databaseUrl,
    RPC_URL: urls.rpcUrl,
    DEPLOYMENT_FILE: contracts.deploymentFile,
    SESSION_SECRET: settings.SESSION_SECRET ?? secrets.sessionSecret,
    ATTESTER_PRIVATE_KEY: attesterKey(settings, contracts),
    ...(valuer && { VALUER_PRIVATE_KEY: valuer }),
    ...(publisher && { REWARD_PUBLISHER_PRIVATE_KEY: publisher }),
    ...(settings.REWARD_EPOCH_SECONDS && { REWARD_EPOCH_SECONDS: `${settings.REWARD_EPOCH_SECONDS}` }),
    VALUATION_THREAD_FILE: valuationThread,
    FLEET_THREAD_FILE: join(dirname(valuationThread), 'fleet-thread.js'),
    BASKET_THREAD_FILE: join(dirname(valuationThread), 'basket-thread.js'),
    PUBLIC_URL: urls.publicUrl,
    ...(settings.WALLETCONNECT_PROJECT_ID && {
      WALLETCONNECT_PROJECT_ID: settings.WALLETCONNECT_PROJECT_ID,
    }),
    ...Object.fromEntries(
      (['API_BURST', 'API_PER_SECOND', 'TRUSTED_PROXIES', 'PUBLIC_SOURCES'] as const).flatMap((name) =>
        settings[name] === undefined ? [] : [[name, `${settings[name]}`]],
      ),
    ),
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

/** For a process that values whole fleets: a thread a core, and a queue as long as it takes. */
export function environmentOfFleet(environment: Record<string, string>): Record<string, string> {
  return {
    ...environment,
    VALUATION_THREADS: String(Math.max(availableParallelism(), 1)),
    VALUATION_QUEUE: '1000000',
  }
}
