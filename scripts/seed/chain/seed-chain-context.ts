import type { ServerContext } from '@/lib/server/context'
import type { OrderContext } from '@/lib/server/orders/order-context'
import type { ValuationContext } from '@/lib/server/valuations/valuation-context'

/** What the chain's seed works with: the server's own context, and the node. */
export type SeedChain = OrderContext & Pick<ServerContext, 'attester'> & ValuationContext & { rpcUrl: string }
