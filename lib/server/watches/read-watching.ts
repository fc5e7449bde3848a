import type { Address } from 'viem'
import { heldFacts } from '@/db/queries/portfolio'
import { notificationsOf, unreadCount, watchesOf, webhooksOf } from '@/db/queries/watches'
import { LOCAL_CHAIN_ID } from '@/lib/chain/deployment'
import type { WatchedPosition, WatchingPage } from '@/lib/market/operate-page'
import { noRules } from '@/lib/market/watch'
import { withChecksum } from '../address/parse-account'
import { headTime } from '../chain/head-time'
import { context, type ServerContext } from '../context'
import { named, readWatched } from '../operate/read-operate'

type Server = Pick<ServerContext, 'db' | 'now' | 'deployment'>

/** What the signed-in account watches, what came of it, and where it is sent. */
export async function readWatching(account: Address, server: Server = context()): Promise<WatchingPage> {
  const { db, deployment, now: clock } = server
  const now = await headTime(server)
  const [notifications, unread, watched, { own }, webhooks] = await Promise.all([
    notificationsOf(db, account),
    unreadCount(db, account),
    readWatched(account, now, server),
    watchesOf(db, account),
    webhooksOf(db, account),
  ])
  return {
    account: withChecksum(account),
    notifications,
    unread,
    watched,
    own,
    webhooks,
    isLocal: deployment.chainId === LOCAL_CHAIN_ID,
    now: clock(),
  }
}

/** Positions a URL names ("1,7,12"): what is no number is passed over, and a hundred are read at most. */
export function parsePositionIds(given: unknown): number[] {
  if (typeof given !== 'string') return []
  const ids = given.split(',').filter((text) => /^[1-9]\d{0,14}$/.test(text))
  return [...new Set(ids.map(Number))].slice(0, 100)
}

/** Positions that a browser watches by itself, as they stand now; one that is not there is left out. */
export async function readPositionsWatched(
  ids: readonly number[],
  server: Pick<Server, 'db' | 'now'> = context(),
): Promise<WatchedPosition[]> {
  const facts = await heldFacts(server.db, ids, await headTime(server))
  return ids
    .filter((id) => facts.has(id))
    .map((id) => ({
      ...named(id, facts),
      rules: noRules,
      listing: facts.get(id)?.listing,
      value: facts.get(id)?.value,
    }))
}
