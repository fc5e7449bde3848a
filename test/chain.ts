import { join } from 'node:path'
import { deployLocal } from '@/lib/chain/deploy/deploy-local'
import type { Deployment } from '@/lib/chain/deployment'
import { type Anvil, CHAIN_ID, startAnvil } from '@/scripts/services/anvil'
import { anyFreePort } from '@/scripts/services/ports'
import { temporaryFolder } from './temporary-folder'

export type TestChain = {
  rpcUrl: string
  chainId: number
  /** where our contracts stand on it */
  deployment: Deployment
  /** process id of the node, for tests that kill it */
  pid: number
  stop(): Promise<void>
}

export type TestChainOptions = {
  /** further flags of anvil, such as `['--hardfork', 'cancun']`; block production is automine unless told */
  args?: readonly string[]
  port?: number
}

/**
 * A fresh EVM node (anvil, chain 31337) on a free port with our contracts deployed. It ends with `stop`, or with this
 * process.
 *
 * @example
 * const chain = await startTestChain()
 * afterAll(chain.stop)
 */
export async function startTestChain(options: TestChainOptions = {}): Promise<TestChain> {
  const node = await startTestNode(options)
  try {
    const deployment = await deployLocal({ rpcUrl: node.rpcUrl })
    return { rpcUrl: node.rpcUrl, chainId: CHAIN_ID, deployment, pid: node.pid, stop: node.stop }
  } catch (error) {
    await node.stop()
    throw error
  }
}

/** The same node with nothing deployed. */
export async function startTestNode({ args = [], port }: TestChainOptions = {}): Promise<Anvil> {
  const chosen = port ?? (await anyFreePort())
  const folder = temporaryFolder()
  return startAnvil({
    port: chosen,
    logFile: join(folder, `anvil-${chosen}.log`),
    background: true,
    // states of older blocks spill into this folder rather than the home directory
    args: ['--cache-path', join(folder, `anvil-${chosen}`), ...args],
  })
}
