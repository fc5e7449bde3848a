import { encodeFunctionData, type Hex, recoverAddress } from 'viem'
import type { Deployment } from '@/lib/chain/deployment'
import { explainRevert } from '@/lib/chain/errors/decode-revert'
import type { ChainClient } from '@/lib/chain/public-client'
import { seaportAbi } from './abi'
import { orderParameters } from './calls'
import type { SignedOrder } from './order-components'
import { orderDigest } from './order-hash'

/** Asks in nobody's name: Seaport checks no signature of an order whose offerer asks. */
const NOBODY = '0x000000000000000000000000000000000000dEaD'

/**
 * Whether Seaport takes the signature on an order: its own `validate`, called without being sent. Keys (65 bytes,
 * EIP-2098, bulk), contract wallets (ERC-1271) and orders validated on chain are all judged by the one judge that
 * counts at the fill.
 *
 * @throws InvalidSignatureError, OrderCancelledError, OrderAlreadyFilledError
 */
export async function checkSignature(
  client: ChainClient,
  { seaport }: Pick<Deployment, 'seaport'>,
  { components, signature }: SignedOrder,
  { blockNumber }: { blockNumber?: bigint } = {},
): Promise<void> {
  const data = encodeFunctionData({
    abi: seaportAbi,
    functionName: 'validate',
    args: [[{ parameters: orderParameters(components), signature }]],
  })
  try {
    await client.call({ account: NOBODY, to: seaport, data, blockNumber })
  } catch (error) {
    throw explainRevert(error)
  }
}

/** Whether the key of the offerer's own address made the signature; a contract wallet's is judged by the contract. */
export async function isSignedByKey(
  deployment: Pick<Deployment, 'chainId' | 'seaport'>,
  { components, signature }: SignedOrder,
): Promise<boolean> {
  const length = (signature.length - 2) / 2
  if (length !== 64 && length !== 65) return false
  try {
    const signer = await recoverAddress({ hash: orderDigest(deployment, components), signature })
    return signer.toLowerCase() === components.offerer.toLowerCase()
  } catch {
    return false
  }
}

/** Some signers end a signature in 0 or 1 where Seaport reads 27 or 28. */
export function normalizeSignature(signature: Hex): Hex {
  if (signature.length !== 132) return signature
  const end = Number.parseInt(signature.slice(-2), 16)
  return end < 2 ? (`${signature.slice(0, -2)}${(end + 27).toString(16)}` as Hex) : signature
}
