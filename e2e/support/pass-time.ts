import { rpc } from '@/scripts/services/rpc'
import { readProduct } from './product'

/**
 * Lets two minutes pass on the local chain, and enough blocks for them to be final: an epoch (a minute) that starts after
 * what was before has ended. The chain's clock stays ahead by as much.
 */
export async function passAnEpoch(): Promise<void> {
  const { rpcUrl, deployment } = readProduct()
  const head = await rpc<{ timestamp: string }>(rpcUrl, 'eth_getBlockByNumber', ['latest', false])
  await rpc(rpcUrl, 'evm_setNextBlockTimestamp', [Number(head.timestamp) + 121])
  await rpc(rpcUrl, 'evm_mine', [])
  await rpc(rpcUrl, 'anvil_mine', [`0x${deployment.finalityDepth.toString(16)}`])
}
