import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import { context } from '../context'

/** What a position's panel must know of the market it stands in. */
export function readPanelSettings() {
  const { deployment } = context()
  return { feeBasisPoints: deployment.fee.basisPoints, isLocal: deployment.chainId === LOCAL_CHAIN_ID }
}
