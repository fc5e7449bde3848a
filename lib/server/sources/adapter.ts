import type { z } from 'zod'
import type { Queryable, Transaction } from '@/db/client'
import type { JsonRpc } from '@/lib/indexer/source/json-rpc'
import type { Observation } from '@/lib/market/observations/observation'

/** A row of a source that is not what it should be; the rest of the source stands. */
export type RefusedRow = { place: string; reason: string }

/** What one reading of a source came to. */
export type Reading = {
  observations: Observation[]
  refused: RefusedRow[]
  /** where the next reading goes on */
  state: Record<string, unknown>
  /** the newest moment that the source itself proves: of a chain, its last block's */
  clock?: Date
  /** what else of it belongs into the same transaction */
  store?: (tx: Transaction) => Promise<void>
}

/** What an adapter may touch. */
export type AdapterContext = {
  db: Queryable
  now: () => Date
  /** slug of the source in hand */
  source: string
  /** the node, and how many blocks below its head nothing is replaced; absent where no chain is followed */
  chain?: { rpc: JsonRpc; finalityDepth: number } | undefined
}

/**
 * One kind of source. It reads, and says what it read, or nothing where nothing has changed since; storing, settling and
 * showing are the same for all.
 * @throws UnavailableError, SourceAnswerError; ZodError for a config that is not of its kind
 */
export type Adapter<config extends z.ZodType = z.ZodType> = {
  config: config
  read: (
    config: unknown,
    state: Record<string, unknown>,
    context: AdapterContext,
  ) => Promise<Reading | undefined>
}

/** An adapter whose `read` is given a config that its schema has checked. */
export function defineAdapter<config extends z.ZodType>(adapter: {
  config: config
  read: (
    config: z.output<config>,
    state: Record<string, unknown>,
    context: AdapterContext,
  ) => Promise<Reading | undefined>
}): Adapter<config> {
  const { config, read } = adapter
  return { config, read: async (given, state, context) => read(config.parse(given), state, context) }
}
