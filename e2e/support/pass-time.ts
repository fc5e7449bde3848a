import { rpc } from '@/scripts/services/rpc'
import { readProduct } from './product'

/** Lets a minute pass on the local chain, and enough blocks for all before them to be final. */
export async function passAMinute(): Promise<void> {
  const { rpcUrl, deployment } = readProduct()
  const head = await rpc<{ timestamp: string }>(rpcUrl, 'eth_getBlockByNumber', ['latest', false])
  await rpc(rpcUrl, 'evm_setNextBlockTimestamp', [Number(head.timestamp) + 61])
  await rpc(rpcUrl, 'evm_mine', [])
  await rpc(rpcUrl, 'anvil_mine', [`0x${deployment.finalityDepth.toString(16)}`])
}
