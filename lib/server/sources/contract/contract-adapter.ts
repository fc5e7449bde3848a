import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Address, formatUnits } from 'viem'
import { z } from 'zod'
import type { Queryable, Transaction } from '@/db/client'
import { tokenHolders } from '@/db/schema'
import { UnavailableError } from '@/lib/core/errors'
import { lower } from '@/lib/indexer/decode/lower'
import { mayHoldLogsOf } from '@/lib/indexer/proof/bloom'
import type { Header } from '@/lib/indexer/proof/header'
import type { JsonRpc } from '@/lib/indexer/source/json-rpc'
import { readHead, readHeaders } from '@/lib/indexer/source/read-headers'
import { readProvenLogs } from '@/lib/indexer/source/read-proven-logs'
import type { Observation } from '@/lib/market/observations/observation'
import { defineAdapter } from '../adapter'
import { SourceAnswerError } from '../errors'
import { networkSlug } from '../figures'
import { decodeTransfer, type Transfer } from './decode-transfer'
import { type DayEnd, followBalances } from './follow-balances'

/** Most blocks of one reading; the next one goes on. */
const MOST_BLOCKS = 2_000

const config = z.strictObject({
  address: z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'is not an address'),
  standard: z.enum(['erc20', 'erc721']),
  /** absent: of every network */
  network: networkSlug.optional(),
  /** the block it was deployed in, or any before */
  fromBlock: z.int().nonnegative(),
  /** of an ERC-20 */
  decimals: z.int().min(0).max(36).default(18),
})
type Config = z.output<typeof config>

const stateSchema = z.object({
  block: z.int(),
  hash: z.string(),
  open: z.object({ day: z.string(), transfers: z.int() }).optional(),
})

/**
 * An ERC-20 or ERC-721 contract: supply, transfers and holders at the end of each UTC day, counted from its transfers
 * since its first block. Logs are proven against their blocks' receipts roots, as the indexer reads its own, and only
 * blocks that are final are read, so that nothing is ever taken back.
 */
export const contractAdapter = defineAdapter({
  config,
  read: async (given, state, { db, now, source, chain }) => {
    if (!chain) throw new UnavailableError('No node is set up to read the contract from.')
    const last = state.block === undefined ? undefined : stateSchema.parse(state)
    const from = last ? last.block + 1 : given.fromBlock
    const headers = await readFinal(chain, from)
    const final = headers.at(-1)
    if (!final) return undefined
    if (last && headers[0]?.parentHash !== last.hash)
      throw new SourceAnswerError(
        `The node’s chain is not the one that was read up to block ${last.block}; read the source again from its start.`,
      )
    const transfers = await readTransfers(chain.rpc, given, headers)
    // what an earlier reading from the start counted is counted anew
    if (!last) await db.delete(tokenHolders).where(eq(tokenHolders.source, source))
    const standing = await readStanding(db, source, [...transfers.values()].flat())
    const { ended, open } = followBalances(
      standing,
      headers.map(({ number, timestamp }) => ({
        day: new Date(timestamp * 1000).toISOString().slice(0, 10),
        transfers: transfers.get(number) ?? [],
      })),
      last?.open,
    )
    const clock = new Date(final.timestamp * 1000)
    const knownAt = clock > now() ? clock : now()
    return {
      observations: ended.flatMap((day) => dayObservations(day, given, knownAt)),
      clock,
      refused: [],
      state: { block: final.number, hash: final.hash, ...(open && { open }) },
      store: (tx) => storeBalances(tx, source, standing.balances),
    }
  },
})

async function readFinal(chain: { rpc: JsonRpc; finalityDepth: number }, from: number): Promise<Header[]> {
  const { head } = await readHead(chain.rpc)
  return readHeaders(chain.rpc, from, Math.min(head.number - chain.finalityDepth, from + MOST_BLOCKS - 1))
}

async function readTransfers(
  rpc: JsonRpc,
  { address, standard }: Config,
  headers: readonly Header[],
): Promise<Map<number, Transfer[]>> {
  const addresses = [lower(address as Address)]
  const maybe = headers.filter(({ logsBloom }) => mayHoldLogsOf(logsBloom, addresses))
  const logs = await readProvenLogs(rpc, addresses, maybe)
  return new Map(
    [...logs].map(([block, own]) => [block, own.flatMap((log) => decodeTransfer(log, standard) ?? [])]),
  )
}

async function readStanding(db: Queryable, source: string, transfers: readonly Transfer[]) {
  const touched = [...new Set(transfers.flatMap(({ from, to }) => [from, to]))]
  const [all] = await db
    .select({
      supply: sql<string>`coalesce(sum(${tokenHolders.balance}), 0)`,
      holders: sql<number>`count(*)::int`,
    })
    .from(tokenHolders)
    .where(eq(tokenHolders.source, source))
  const rows = await db
    .select()
    .from(tokenHolders)
    .where(and(eq(tokenHolders.source, source), inArray(tokenHolders.holder, touched)))
  return {
    supply: BigInt(all?.supply ?? 0),
    holders: all?.holders ?? 0,
    balances: new Map(rows.map(({ holder, balance }) => [holder, balance])),
  }
}

async function storeBalances(
  tx: Transaction,
  source: string,
  balances: ReadonlyMap<Address, bigint>,
): Promise<void> {
  const rows = [...balances].map(([holder, balance]) => ({ source, holder, balance }))
  const gone = rows.filter(({ balance }) => balance === 0n).map(({ holder }) => holder)
  await tx
    .delete(tokenHolders)
    .where(and(eq(tokenHolders.source, source), inArray(tokenHolders.holder, gone)))
  const held = rows.filter(({ balance }) => balance > 0n)
  for (let start = 0; start < held.length; start += 1_000)
    await tx
      .insert(tokenHolders)
      .values(held.slice(start, start + 1_000))
      .onConflictDoUpdate({
        target: [tokenHolders.source, tokenHolders.holder],
        set: { balance: sql`excluded.balance` },
      })
}

function dayObservations(
  { day, supply, holders, transfers }: DayEnd,
  { network, standard, decimals }: Config,
  knownAt: Date,
): Observation[] {
  const of = { network, span: 'day' as const, period: day, knownAt }
  return [
    { ...of, measure: 'token_supply', value: formatUnits(supply, standard === 'erc721' ? 0 : decimals) },
    { ...of, measure: 'token_holders', value: String(holders) },
    { ...of, measure: 'token_transfers', value: String(transfers) },
  ]
}
