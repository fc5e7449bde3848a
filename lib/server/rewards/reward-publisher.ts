import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { HOUR, LOCAL_EPOCH } from '@/lib/market/rewards/epoch'
import { config } from '../config'
import { context, type ServerContext } from '../context'

/** What closing an epoch takes beside the database: the publisher's key, and how long an epoch is. */
export type RewardPublisher = Pick<ServerContext, 'client' | 'deployment' | 'publicUrl'> & {
  publisher: PrivateKeyAccount
  /** seconds */
  epochLength: number
}

/** By the configuration; undefined where it names no key. */
export function rewardPublisher(): RewardPublisher | undefined {
  const { REWARD_PUBLISHER_PRIVATE_KEY: key, REWARD_EPOCH_SECONDS: length } = config()
  if (!key) return undefined
  const { client, deployment, publicUrl } = context()
  const usual = deployment.chainId === LOCAL_CHAIN_ID ? LOCAL_EPOCH : HOUR
  return {
    client,
    deployment,
    publicUrl,
    publisher: privateKeyToAccount(key),
    epochLength: length ?? usual,
  }
}
