import { BaseError, UnknownBundleIdError } from 'viem'
import { getCallsStatus } from 'wagmi/actions'
import type { WalletConfig } from '../wallet-config'
import type { Outcome } from './transaction-state'

/** Whether a wallet says that it knows no such bundle: not asked yet, declined, or forgotten. */
export function isUnknownBundle(error: unknown): boolean {
  return error instanceof BaseError && Boolean(error.walk((it) => it instanceof UnknownBundleIdError))
}

/**
 * One question to the wallet for a bundle of calls (EIP-5792): still sent, or the transaction it became. Once the hash is
 * known the chain is asked, not the wallet.
 *
 * @throws what the wallet throws; see {@link isUnknownBundle}
 */
export async function followBundle(config: WalletConfig, id: string): Promise<Outcome> {
  const { status, statusCode, receipts } = await getCallsStatus(config, { id })
  const receipt = receipts?.at(-1)
  if (receipt) {
    const { transactionHash: hash, blockNumber } = receipt
    if (status === 'success') return { step: 'mined', hash, blockNumber: Number(blockNumber), spedUp: false }
    if (status === 'failure')
      return { step: 'failed', hash, blockNumber: Number(blockNumber), reason: UNDONE }
  }
  if (status === 'failure')
    return {
      step: 'failed',
      reason:
        statusCode === 400
          ? 'Your wallet could not send these calls and has given them up.'
          : 'The chain refused these calls, all of them together.',
    }
  return { step: 'sent' }
}

const UNDONE =
  'The chain had changed by the time they were mined, so it undid all the calls together. Nothing moved, except the gas.'
