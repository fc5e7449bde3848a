import { type Abi, type Address, decodeFunctionResult, encodeFunctionData, type Hex, numberToHex } from 'viem'
import { createJsonRpc } from '@/lib/indexer/source/json-rpc'

/** The true node, without a proxy between. */
export type Node = {
  rpc: (method: string, params?: readonly unknown[]) => Promise<unknown>
  /** puts a transaction of an unlocked account into the pool; it waits there for `mine` */
  send: (from: Address, to: Address, data: Hex) => Promise<void>
  mine: (timestamp: number) => Promise<void>
  head: () => Promise<number>
  read: (contract: { address: Address; abi: Abi }, name: string, args: readonly unknown[]) => Promise<unknown>
  /** whether a call would go through at the head */
  wouldPass: (from: Address, to: Address, data: Hex) => Promise<boolean>
}

const GAS = numberToHex(2_000_000)

export function createNode(rpcUrl: string): Node {
  const { call } = createJsonRpc(rpcUrl, { timeoutMs: 60_000 })
  const rpc = (method: string, params: readonly unknown[] = []) => call(method, params)
  return {
    rpc,
    send: async (from, to, data) => {
      await rpc('eth_sendTransaction', [{ from, to, data, gas: GAS }])
    },
    mine: async (timestamp) => {
      await rpc('evm_mine', [numberToHex(timestamp)])
    },
    head: async () => Number(await rpc('eth_blockNumber')),
    read: async ({ address, abi }, functionName, args) => {
      const data = (await rpc('eth_call', [
        { to: address, data: encodeFunctionData({ abi, functionName, args }) },
        'latest',
      ])) as Hex
      return decodeFunctionResult({ abi, functionName, data })
    },
    wouldPass: (from, to, data) =>
      rpc('eth_call', [{ from, to, data, gas: GAS }, 'latest']).then(
        () => true,
        () => false,
      ),
  }
}
