import {
  type Account,
  type Address,
  type Chain,
  type Hex,
  type HttpTransport,
  numberToHex,
  publicActions,
  type WalletClient,
} from 'viem'
import { encodeExecuteData } from 'viem/experimental/erc7821'

type Client = WalletClient<HttpTransport, Chain, Account>

/** Parameters of `wallet_sendCalls` (EIP-5792). */
export type CallsRequest = {
  id?: string
  from: Address
  atomicRequired: boolean
  calls: readonly { to: Address; data?: Hex; value?: Hex }[]
}

/** Answer of `wallet_getCapabilities`: calls are made together or not at all. */
export function capabilities(chainId: number) {
  return { [numberToHex(chainId)]: { atomic: { status: 'supported' } } }
}

/** One transaction of the account to itself that makes all calls, its delegation with it (EIP-7702). */
export async function prepareBundle(client: Client, executor: Address, { calls }: CallsRequest) {
  const authorization = await client.signAuthorization({ contractAddress: executor, executor: 'self' })
  return {
    to: client.account.address,
    authorizationList: [authorization],
    data: encodeExecuteData({
      calls: calls.map(({ to, data, value }) => ({
        to,
        ...(data && { data }),
        value: BigInt(value ?? '0x0'),
      })),
    }),
  }
}

/** Answer of `wallet_getCallsStatus`: 100 pending, 200 done, 400 given up, 500 undone. */
export async function answerCallsStatus(
  client: Client,
  { id, hash, chainId, isCancelled }: { id: string; hash: Hex; chainId: number; isCancelled: boolean },
) {
  const base = { version: '2.0.0', id, chainId: numberToHex(chainId), atomic: true }
  const receipt = await client
    .extend(publicActions)
    .getTransactionReceipt({ hash })
    .catch(() => undefined)
  if (!receipt) return { ...base, status: isCancelled ? 400 : 100 }
  const { status, blockHash, blockNumber, gasUsed, transactionHash } = receipt
  const isDone = status === 'success'
  return {
    ...base,
    status: isDone ? 200 : 500,
    receipts: [
      {
        logs: [],
        status: isDone ? '0x1' : '0x0',
        blockHash,
        blockNumber: numberToHex(blockNumber),
        gasUsed: numberToHex(gasUsed),
        transactionHash,
      },
    ],
  }
}
