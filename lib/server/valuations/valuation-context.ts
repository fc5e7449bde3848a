import type { ServerContext } from '../context'

/**
 * What valuing needs of the server. Without a valuer and a deployment nothing is signed; without `compute` the figures
 * are worked out on this thread.
 */
export type ValuationContext = Pick<ServerContext, 'db' | 'now'> &
  Partial<Pick<ServerContext, 'deployment' | 'valuer' | 'compute'>>
