import { z } from 'zod'
import {
  addressesBeginning,
  ordersBeginning,
  searchNetworks,
  searchOperators,
  searchPositions,
  transactionsBeginning,
} from '@/db/queries/search'
import { formatUnits, shortHex } from '@/lib/core/format'
import type { SearchResult } from '@/lib/market/search-result'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'

/** Most results of a kind. */
const MOST = { position: 6, network: 4, operator: 4, beginning: 4 }

export const searchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1, 'Type at least one letter or digit.')
    .max(100, 'A search has at most 100 characters.')
    .refine((text) => !/\p{Cc}/u.test(text), 'A search has no control characters.'),
})

/**
 * What stands under these words anywhere here: positions by number or words, networks, operators; addresses,
 * transactions and orders by how they begin (four hex digits or more, with or without 0x). A whole address or hash leads
 * to its page whether or not it is known.
 */
export async function searchEverything(
  server: Pick<ServerContext, 'db' | 'now'>,
  { q }: z.output<typeof searchQuery>,
): Promise<{ results: SearchResult[] }> {
  const { db } = server
  const text = q.toLowerCase()
  const prefix = /^(?:0x)?([0-9a-f]{4,64})$/.exec(text)?.[1]
  const begun = prefix === undefined ? [] : await searchBeginnings(db, `0x${prefix}`)
  if (/^0x[0-9a-f]{64}$/.test(text)) return { results: begun.length > 0 ? begun : [unknownTransaction(text)] }
  const words = text.split(/\s+/).slice(0, 8)
  const number = /^#?(\d{1,9})$/.exec(text)?.[1]
  const now = await headTime(server)
  const [positions, networks, operators] = await Promise.all([
    searchPositions(db, words, number === undefined ? undefined : Number(number), now, MOST.position),
    searchNetworks(db, text, MOST.network),
    searchOperators(db, text, MOST.operator),
  ])
  const isKnown = begun.some(({ href }) => href === `/address/${text}`)
  return {
    results: [
      ...(/^0x[0-9a-f]{40}$/.test(text) && !isKnown ? [address(text, 'not on record here')] : []),
      ...networks.map(
        ({ slug, name, category, token }): SearchResult => ({
          kind: 'network',
          href: `/networks/${slug}`,
          title: name,
          detail: `${category}, ${token}`,
        }),
      ),
      ...positions.map(
        ({ id, name, network, price }): SearchResult => ({
          kind: 'position',
          href: `/positions/${id}`,
          title: name,
          detail: `#${id}, ${network}${price === undefined ? '' : `, for sale at ${formatUnits(price)}`}`,
        }),
      ),
      ...begun,
      ...operators.map(
        ({ slug, network, account }): SearchResult => ({
          kind: 'operator',
          href: account ? `/address/${account}` : `/market?q=${encodeURIComponent(slug)}&show=all`,
          title: slug,
          detail: account ? `${network}, ${shortHex(account)}` : `${network}, holds nothing here`,
        }),
      ),
    ],
  }
}

/** Addresses, transactions and orders on record that begin like this. */
async function searchBeginnings(db: ServerContext['db'], prefix: string): Promise<SearchResult[]> {
  const [addresses, transactions, orders] = await Promise.all([
    prefix.length <= 42 ? addressesBeginning(db, prefix, MOST.beginning) : [],
    transactionsBeginning(db, prefix, MOST.beginning),
    ordersBeginning(db, prefix, MOST.beginning),
  ])
  return [
    ...addresses.map((found) => address(found, 'what it holds and did')),
    ...transactions.map(
      (hash): SearchResult => ({
        kind: 'transaction',
        href: `/tx/${hash}`,
        title: shortHex(hash),
        detail: 'on record',
      }),
    ),
    ...orders.map(
      ({ hash, kind, positionId, price }): SearchResult => ({
        kind: 'order',
        href: `/positions/${positionId}#order-${hash}`,
        title: shortHex(hash),
        detail: `${kind === 'listing' ? 'listing of' : 'offer for'} #${positionId}, ${formatUnits(price)}`,
      }),
    ),
  ]
}

function address(text: string, detail: string): SearchResult {
  return { kind: 'address', href: `/address/${text}`, title: shortHex(text), detail }
}

function unknownTransaction(hash: string): SearchResult {
  return { kind: 'transaction', href: `/tx/${hash}`, title: shortHex(hash), detail: 'not on record here' }
}
