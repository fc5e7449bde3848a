import type { ServerContext } from '../context'

/** What the order use cases touch. */
export type OrderContext = Pick<ServerContext, 'db' | 'client' | 'deployment' | 'now'>
