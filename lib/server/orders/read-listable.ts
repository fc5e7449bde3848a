import { headBlock } from '@/db/queries/head'
import { listablePositions, ownedByNetwork } from '@/db/queries/listable'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import type { ListQuery } from '@/lib/market/list-query'
import type { ListablePage } from '@/lib/market/listable'
import type { NearestReference } from '@/lib/market/reference-price/nearest-reference'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { readNearestReferences } from '../reference-price/read-nearest-references'

export { listHref, parseListQuery } from '@/lib/market/list-query'

/** Rows one page holds: as many as one signature covers. */
const MAX_ROWS = 500

/** What an owner can list, at head time; undefined while no owner is named. */
export async function readListable(
  query: ListQuery,
  server: Pick<ServerContext, 'db' | 'now' | 'deployment'> = context(),
): Promise<ListablePage | undefined> {
  const { owner } = query
  if (!owner) return undefined
  const { db, deployment } = server
  const now = await headTime(server)
  // first, so that what follows is of this block or a later one
  const head = await headBlock(db)
  const [{ rows, more }, networks] = await Promise.all([
    listablePositions(db, { ...query, owner }, now, MAX_ROWS),
    ownedByNetwork(db, owner),
  ])
  const paid = await readNearestReferences(
    db,
    rows.map(({ positionId }) => positionId),
  )
  return {
    owner,
    rows: rows.map((row) => ({ ...row, paid: toPaid(paid.get(row.positionId)) })),
    more,
    owned: networks.reduce((all, { count }) => all + count, 0),
    networks,
    feeBasisPoints: deployment.fee.basisPoints,
    isLocal: deployment.chainId === LOCAL_CHAIN_ID,
    head: head?.number ?? 0,
    now,
  }
}

/** As much of it as goes to the browser with each row. */
function toPaid(found: NearestReference | undefined) {
  return found && { scope: found.scope, price: found.price, share: found.share, sales: found.sales }
}
