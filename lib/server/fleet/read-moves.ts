import { inArray } from 'drizzle-orm'
import type { Address, Hex } from 'viem'
import { countOpenOrders, type OpenOrders, reassignmentsSince } from '@/db/queries/fleet'
import { networks } from '@/db/schema'
import { NotFoundError } from '@/lib/core/errors'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { getReassignment } from '../registrations/get-reassignment'
import type { ReassignmentView } from '../registrations/view-reassignment'
import { MOST_MOVES } from './create-fleet-move'

/** Moves that are followed at once, as many as are begun at once; each is looked up on chain. */
const MOST = MOST_MOVES
const SINCE_MS = 2 * 86_400_000

export type MoveUnderWay = {
  view: ReassignmentView
  deviceId: Hex
  networkName: string
  orders: OpenOrders
}

/** The moves an account began in the last two days, the newest of each position: what a reload goes on with. */
export async function readMoves(
  account: Address,
  server: ServerContext = context(),
): Promise<MoveUnderWay[]> {
  const { db } = server
  const rows = await reassignmentsSince(db, account, new Date(server.now().getTime() - SINCE_MS), MOST)
  if (rows.length === 0) return []
  const ids = rows.map(({ positionId }) => positionId)
  const [views, orders, names] = await Promise.all([
    Promise.all(rows.map(async ({ id, deviceId }) => ({ deviceId, view: await viewOf(server, id) }))),
    countOpenOrders(db, ids, await headTime(server)),
    db
      .select({ slug: networks.slug, name: networks.name })
      .from(networks)
      .where(
        inArray(
          networks.slug,
          rows.map(({ network }) => network),
        ),
      ),
  ])
  return views.flatMap(({ view, deviceId }) =>
    view
      ? [
          {
            view,
            deviceId,
            networkName: names.find(({ slug }) => slug === view.network)?.name ?? view.network,
            orders: orders.get(view.positionId) ?? { listings: 0, offers: 0 },
          },
        ]
      : [],
  )
}

/** A position that a reorganisation took away has no move. */
async function viewOf(server: ServerContext, id: string): Promise<ReassignmentView | undefined> {
  try {
    return await getReassignment(server, id)
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}
