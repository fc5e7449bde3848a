import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import type { Deployment } from '@/lib/chain/deployment'
import { createChainClient } from '@/lib/chain/public-client'
import { createDecoder } from './decode/decode-logs'
import { type Leadership, tryToLead } from './lead/try-to-lead'
import { resimulateOrders } from './orders/resimulate-orders'
import { createJsonRpc } from './source/json-rpc'
import { readHead } from './source/read-headers'
import type { LogReading } from './source/read-logs'
import { isRetryable, retry } from './source/retry'
import type { Applied } from './store/apply-range'
import { readTip } from './store/cursor'
import type { RangeReader } from './sync/read-range'
import { syncPass } from './sync/sync-pass'

export type IndexerOptions = {
  db: Database
  rpcUrl: string
  deployment: Deployment
  /** wait between looks at the head, 1,000 ms unless told */
  pollMs?: number
  /** how long one request to the node may take, 10,000 ms unless told */
  timeoutMs?: number
  /** blocks applied at once below finality, 500 unless told */
  rangeSize?: number
  /** how logs below finality are read; `proven` unless told. See {@link LogReading} */
  deepReading?: LogReading
  /** blocks after which the orders of contract wallets are simulated again, 5 unless told */
  simulateEvery?: number
  /** tries in a row before a pass gives up on an error that may pass, 8 unless told */
  attempts?: number
  onApplied?: (applied: Applied) => void
  /** told of errors that are tried again */
  onTrouble?: (error: unknown) => void
}

export type Indexer = {
  /**
   * Brings the database to the node's head and returns. Where another process leads, it waits until that one has.
   * @throws ReorgTooDeepError, WrongChainError, InvariantError; NodeUnavailableError and its like after all tries
   */
  syncToHead: () => Promise<{ head: number; events: number }>
  /**
   * Follows the head until the signal aborts, leading when no other process does. Errors that may pass are outlived.
   * @throws ReorgTooDeepError, WrongChainError, InvariantError
   */
  run: (options: { signal: AbortSignal }) => Promise<void>
}

/**
 * Chain → database, of one deployment. Any number may run on one database: one leads, the others wait.
 *
 * @example
 * const indexer = createIndexer({ db, rpcUrl: 'http://127.0.0.1:8545', deployment })
 * await indexer.syncToHead()
 */
export function createIndexer(options: IndexerOptions): Indexer {
  const { db, rpcUrl, deployment, pollMs = 1_000, simulateEvery = 5, attempts = 8 } = options
  const rpc = createJsonRpc(rpcUrl, { timeoutMs: options.timeoutMs })
  const client = createChainClient(deployment, rpcUrl)
  const { positions, dollar, seaport, rewards, finalityDepth } = deployment
  const contracts = { positions, dollar, seaport, rewards }
  const reader: RangeReader = {
    rpc,
    contracts,
    decode: createDecoder(contracts),
    finalityDepth,
    rangeSize: options.rangeSize ?? 500,
    deepReading: options.deepReading ?? 'proven',
  }

  async function pass(leadership: Leadership, signal?: AbortSignal) {
    const { onApplied, onTrouble } = options
    const done = await syncPass(leadership, deployment, reader, {
      attempts,
      delayMs: 50,
      signal,
      onApplied,
      onTrouble,
    })
    await resimulateOrders(leadership, client, deployment, simulateEvery)
    return done
  }

  async function syncToHead() {
    for (;;) {
      const leadership = await tryToLead(db)
      if (leadership)
        try {
          return await pass(leadership)
        } finally {
          await leadership.resign()
        }
      const { head } = await retry(() => readHead(rpc), { attempts })
      const tip = await readTip(db)
      if (tip && (tip.hash === head.hash || tip.number > head.number)) return { head: tip.number, events: 0 }
      await sleep(Math.min(pollMs, 100))
    }
  }

  async function run({ signal }: { signal: AbortSignal }) {
    while (!signal.aborted) {
      const leadership = await tryToLead(db).catch(outlive)
      try {
        while (leadership && !leadership.lost.aborted && !signal.aborted) {
          await pass(leadership, signal).catch((error) =>
            leadership.lost.aborted ? undefined : outlive(error),
          )
          await pause(pollMs, signal)
        }
      } finally {
        await leadership?.resign()
      }
      await pause(pollMs, signal)
    }
  }

  function outlive(error: unknown): undefined {
    if (!isRetryable(error)) throw error
    options.onTrouble?.(error)
  }

  return { syncToHead, run }
}

/** Sleeps, or returns early when the signal aborts. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
