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
  const key = localAccount(localAccounts.attester).getHdKey().privateKey
  if (!key) throw new StopError('The local attester has no key.')
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
): Record<string, string> {
  if (!contracts.local && !settings.SESSION_SECRET)
    throw new StopError(
      'On a public chain, set SESSION_SECRET (32 characters or more, the same on every server).',
    )
  return {
    DATABASE_URL: urls.databaseUrl,
    RPC_URL: urls.rpcUrl,
    DEPLOYMENT_FILE: contracts.deploymentFile,
    SESSION_SECRET: settings.SESSION_SECRET ?? secrets.sessionSecret,
    ATTESTER_PRIVATE_KEY: attesterKey(settings, contracts),
    PUBLIC_URL: urls.publicUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
