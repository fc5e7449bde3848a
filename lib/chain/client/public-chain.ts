import { type Deployment, LOCAL_CHAIN_ID } from '@/lib/chain/deployment'

/** What a page knows of the chain. */
export type PublicChain = Deployment & {
  /** demo wallets, demonstration devices and the faucet exist here alone */
  isLocal: boolean
  /** set where WalletConnect is offered */
  walletConnectProjectId?: string
}

/** What `GET /api/chain` answers. */
export type ChainAnswer = Deployment & Pick<PublicChain, 'walletConnectProjectId'>

/** What `GET /api/chain` answers → what a page knows of the chain. */
export function toPublicChain(answer: ChainAnswer): PublicChain {
  return { ...answer, isLocal: answer.chainId === LOCAL_CHAIN_ID }
}

/** Where the browser's reads and raw transactions go: our own origin, which passes an allow-list on to the node. */
export function rpcUrl(origin: string): string {
  return new URL('/api/rpc', origin).href
}
