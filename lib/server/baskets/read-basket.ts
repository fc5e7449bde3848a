import { type BasketCandidate, basketCandidates } from '@/db/queries/baskets'
import { headBlock } from '@/db/queries/head'
import { marketRowsOf } from '@/db/queries/market'
import { UnavailableError } from '@/lib/core/errors'
import { type BasketQuery, basketParams, capKinds } from '@/lib/market/basket-query'
import type { LiveListing, MarketRow } from '@/lib/market/market-row'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import type { BasketRequest } from '@/lib/mechanism/allocation/basket-request'
import type { BasketSurroundings } from '@/lib/mechanism/allocation/explore-basket'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { kept } from './kept'

export { parseBasketQuery } from '@/lib/market/basket-query'

/** Most listings that are looked at: the furthest below their value. */
export const MOST_CANDIDATES = 500

/** Level of the tail: the worst twentieth. */
export const BETA = 0.95

const FRONTIER_POINTS = 9

/** A basket, and a way to ask for what surrounds it, which takes about as long again. */
export type FoundBasket = BasketAnswer & { explore: () => Promise<BasketSurroundings> }

export type BasketContext = Pick<ServerContext, 'db' | 'now'> & Required<Pick<ServerContext, 'basket'>>

/** The process's context with what computes baskets. @throws UnavailableError where nothing does */
export function basketContext(server: ServerContext = context()): BasketContext {
  const { db, now, basket } = server
  if (!basket) throw new UnavailableError('Baskets are not computed here.', { retryable: false })
  return { db, now, basket }
}

/** The search parameters of a request; the last of a repeated name counts. */
export function searchOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams)
}

/**
 * The best basket of what is for sale at the head of the chain, by the scenarios that the worker keeps.
 * @throws UnavailableError when too many baskets are being computed
 * @throws ConflictError when the solver finds none
 */
export async function readBasket(
  query: BasketQuery,
  server: BasketContext = basketContext(),
): Promise<FoundBasket> {
  const { db, basket } = server
  const [now, head] = await Promise.all([headTime(server), headBlock(db)])
  const { candidates, ...counts } = await basketCandidates(db, {
    now,
    period: query.hold === '12' ? 1 : query.hold === '24' ? 2 : 3,
    maxPrice: query.whole ? query.budget : undefined,
    among: query.among,
    without: query.without,
    limit: MOST_CANDIDATES,
  })
  const rows = await marketRowsOf(
    db,
    candidates.map(({ positionId }) => positionId),
    now,
  )
  const rowOf = new Map(rows.map((row) => [row.positionId, row]))
  const found = candidates.flatMap((candidate) => {
    const row = rowOf.get(candidate.positionId)
    // sold between the two reads
    return row?.listing ? [{ candidate, row: { ...row, listing: row.listing } }] : []
  })
  const request = requestOf(query, found)
  const key = JSON.stringify([
    basketParams(query).toString(),
    found.map(({ candidate, row }) => [row.listing.hash, candidate.values[0], candidate.values[1]]),
  ])
  const { held, why, ...plan } = await kept(basket, `plan ${key}`, () => basket('plan', request))
  const shown = found.map(({ row }, j) => ({ ...row, held: held[j], why: why[j] }))
  return {
    query,
    now,
    head: head?.number ?? 0,
    plan,
    rows: shown.sort((a, b) => (b.held?.weight ?? 0) - (a.held?.weight ?? 0) || gainOf(b) - gainOf(a)),
    ...counts,
    names: namesOf(found),
    explore: () =>
      kept(basket, `explore ${key}`, () =>
        basket('explore', {
          request,
          points: FRONTIER_POINTS,
          tailUsd: query.objective === 'tail' ? (query.tail / 100) * request.budgetUsd : plan.cvarUsd,
        }),
      ),
  }
}

/** Mean gain per dollar of one that is not held. */
function gainOf({ why, listing }: BasketAnswer['rows'][number]): number {
  return (why?.gainUsd ?? Number.NEGATIVE_INFINITY) / Number(listing.price)
}

type Found = { candidate: BasketCandidate; row: MarketRow & { listing: LiveListing } }

function requestOf(query: BasketQuery, found: readonly Found[]): BasketRequest {
  const candidates = found.map(({ candidate, row }) => ({
    id: `${row.positionId}`,
    costUsd: Number(row.listing.price) / 1e6,
    valuesUsd: Float64Array.from(candidate.values),
    groups: groupsOf(candidate, row),
  }))
  const groups = new Set(candidates.flatMap((candidate) => candidate.groups))
  return {
    candidates,
    budgetUsd: Number(query.budget) / 1e6,
    beta: BETA,
    objective:
      query.objective === 'tail'
        ? { kind: 'tail', share: query.tail / 100 }
        : { kind: 'variance', aversion: query.aversion },
    caps: capKinds.flatMap((kind) =>
      query.caps[kind] >= 100
        ? []
        : [...groups]
            .filter((group) => group.startsWith(`${kind}:`))
            .map((group) => ({ group, share: query.caps[kind] / 100 })),
    ),
    whole: query.whole,
  }
}

/** What a listing counts towards. A site is what one operator runs in one cell. */
function groupsOf({ category, cell, operator }: BasketCandidate, row: MarketRow): string[] {
  return [
    `network:${row.network.slug}`,
    ...(category ? [`category:${category}`] : []),
    `operator:${operator}`,
    ...(cell ? [`cell:${cell}`, `site:${cell} ${operator}`] : []),
  ]
}

function namesOf(found: readonly Found[]): Record<string, string> {
  return Object.fromEntries(
    found.flatMap(({ candidate, row }) =>
      groupsOf(candidate, row).map((group) => [
        group,
        group.startsWith('network:') ? row.network.name : group.slice(group.indexOf(':') + 1),
      ]),
    ),
  )
}
