import { z } from 'zod'
import { searchNetworks, searchOperators, searchPositions, transactionKinds } from '@/db/queries/search'
import { formatUnits, shortHex } from '@/lib/core/format'
import type { SearchResult } from '@/lib/market/search-result'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'

/** Most results of a kind. */
const MOST = { position: 6, network: 4, operator: 4 }

export const searchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1, 'Type at least one letter or digit.')
    .max(100, 'A search has at most 100 characters.')
    .refine((text) => !/\p{Cc}/u.test(text), 'A search has no control characters.'),
})

/**
 * What stands under these words anywhere here: positions by number or words, networks, operators, and any address or
 * transaction hash, which lead to their pages whether or not they are known.
 */
export async function searchEverything(
  server: Pick<ServerContext, 'db' | 'now'>,
  { q }: z.output<typeof searchQuery>,
): Promise<{ results: SearchResult[] }> {
  const { db } = server
  const text = q.toLowerCase()
  if (/^0x[0-9a-f]{64}$/.test(text)) return { results: [await transaction(server, text as `0x${string}`)] }
  const words = text.split(/\s+/).slice(0, 8)
  const number = /^#?(\d{1,9})$/.exec(text)?.[1]
  const now = await headTime(server)
  const [positions, networks, operators] = await Promise.all([
    searchPositions(db, words, number === undefined ? undefined : Number(number), now, MOST.position),
    searchNetworks(db, text, MOST.network),
    searchOperators(db, text, MOST.operator),
  ])
  return {
    results: [
      ...(/^0x[0-9a-f]{40}$/.test(text) ? [address(text)] : []),
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

function address(text: string): SearchResult {
  return { kind: 'address', href: `/address/${text}`, title: shortHex(text), detail: 'what it holds and did' }
}

async function transaction({ db }: Pick<ServerContext, 'db'>, hash: `0x${string}`): Promise<SearchResult> {
  const [known] = await transactionKinds(db, hash)
  return {
    kind: 'transaction',
    href: `/tx/${hash}`,
    title: shortHex(hash),
    detail: known ? `on record, ${known.time.toISOString().slice(0, 10)}` : 'not on record here',
  }
}
