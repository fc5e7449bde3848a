import type { Hex } from 'viem'
import { PublicationFailedError } from './errors'
import type { RewardPublisher } from './reward-publisher'

/** Waits until a transaction of the publisher is mined. @throws PublicationFailedError when it was undone */
export async function waitForPublisher(
  { client }: Pick<RewardPublisher, 'client'>,
  hash: Hex,
): Promise<void> {
  const receipt = await client.waitForTransactionReceipt({ hash, timeout: 60_000 })
  if (receipt.status !== 'success')
    throw new PublicationFailedError(`Transaction ${hash} of the reward publisher was reverted.`)
}
