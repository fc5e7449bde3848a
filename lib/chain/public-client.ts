import { createPublicClient, defineChain, http } from 'viem'
import type { Deployment } from './deployment'

/** The viem chain of a deployment. `rpcUrl` is what wallets and servers reach its node at. */
export function chainOf(deployment: Pick<Deployment, 'chainId' | 'name'>, rpcUrl: string) {
  return defineChain({
    id: deployment.chainId,
    name: deployment.name,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  })
}

/**
 * A read-only client of the chain our contracts stand on. It gives up after ten seconds and one more try, so that a
 * node that is away is said so while the person still waits.
 *
 * @example
 * const client = createChainClient(deployment, 'http://127.0.0.1:8545')
 * await client.getBlockNumber()
 */
export function createChainClient(deployment: Pick<Deployment, 'chainId' | 'name'>, rpcUrl: string) {
  return createPublicClient({
    chain: chainOf(deployment, rpcUrl),
    transport: http(rpcUrl, { timeout: 10_000, retryCount: 1, retryDelay: 100 }),
    pollingInterval: 500,
  })
}

export type ChainClient = ReturnType<typeof createChainClient>
