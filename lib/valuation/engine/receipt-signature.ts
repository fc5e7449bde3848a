import { type Address, type Hex, recoverTypedDataAddress } from 'viem'
import { hashOf, type Receipt } from './receipt'

export const receiptTypes = {
  ValuationReceipt: [
    { name: 'deviceId', type: 'bytes32' },
    { name: 'receiptHash', type: 'bytes32' },
    { name: 'inputsHash', type: 'bytes32' },
    /** US cents */
    { name: 'value', type: 'uint256' },
    { name: 'p5', type: 'uint256' },
    { name: 'p50', type: 'uint256' },
    { name: 'p95', type: 'uint256' },
    /** Unix seconds */
    { name: 'issuedAt', type: 'uint64' },
  ],
} as const

/** What a valuer signs (EIP-712): the figures in the open, and the hash of the whole receipt. */
export function receiptTypedData(
  receipt: Receipt,
  context: { chainId: number; verifyingContract: Address; deviceId: Hex; issuedAt: bigint },
) {
  const { chainId, verifyingContract, deviceId, issuedAt } = context
  const positive = (text: string) => {
    const amount = BigInt(text)
    return amount > 0n ? amount : 0n
  }
  return {
    domain: { name: 'Hotswap Valuation', version: '1', chainId, verifyingContract },
    types: receiptTypes,
    primaryType: 'ValuationReceipt',
    message: {
      deviceId,
      receiptHash: hashOf(receipt),
      inputsHash: receipt.inputsHash as Hex,
      value: positive(receipt.value),
      p5: positive(receipt.p5),
      p50: positive(receipt.p50),
      p95: positive(receipt.p95),
      issuedAt,
    },
  } as const
}

/** Whether the valuer (an externally owned account) signed this receipt for this device. */
export async function isSignedBy(
  receipt: Receipt,
  context: Parameters<typeof receiptTypedData>[1],
  signature: Hex,
  valuer: Address,
): Promise<boolean> {
  try {
    const signer = await recoverTypedDataAddress({ ...receiptTypedData(receipt, context), signature })
    return signer.toLowerCase() === valuer.toLowerCase()
  } catch {
    return false
  }
}
