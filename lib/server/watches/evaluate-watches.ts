import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import {
  heartbeats,
  notifications,
  orderStates,
  orders,
  positions,
  sales,
  supplySqueezes,
  watches,
} from '@/db/schema'
import { SILENT_AFTER_HOURS } from '@/lib/market/watch'
import { headTime } from '../chain/head-time'
import type { ServerContext } from '../context'
import { queueDeliveries } from '../webhooks/queue-deliveries'

/**
 * Finds what happened to whatever is watched and was not told yet, writes it down and queues its webhooks, in one
 * transaction. Each event has a key that outlives its block: however often this runs, on however many workers, and
 * whatever is reorganised, an account is told of it once.
 *
 * @returns how many notifications are new
 */
export async function evaluateWatches(server: Pick<ServerContext, 'db' | 'now'>): Promise<number> {
  const head = await headTime(server)
  const clock = server.now()
  return server.db.transaction(async (tx) => {
    const told = [
      ...(await tell(tx, 'price', cheapListings(head))),
      ...(await tell(tx, 'listed', newListings(head))),
      ...(await tell(tx, 'offer', newOffers(head))),
      ...(await tell(tx, 'sold', newSales())),
      ...(await tell(tx, 'silent', silentDevices(clock))),
      ...(await tell(tx, 'squeeze', squeezedNetworks())),
    ]
    await queueDeliveries(tx, told)
    return told.length
  })
}

/** @param found rows of account, position_id, event_key, at, price, order_hash, transaction_hash */
async function tell(tx: Transaction, kind: string, found: SQL): Promise<number[]> {
  const { rows } = await tx.execute<{ seq: string }>(sql`
    insert into ${notifications} (account, kind, position_id, event_key, at, price, order_hash, transaction_hash)
    select account, ${kind}, position_id, event_key, at, price, order_hash, transaction_hash from (${found}) as found
    on conflict do nothing
    returning seq`)
  return rows.map(({ seq }) => Number(seq))
}

/** The position a watch names, or any that its account owns. */
const covers = sql`(${watches.positionId} = ${positions.id}
  or (${watches.positionId} is null and ${positions.owner} = ${watches.account}))`

/** Orders of a kind that others signed and that can be filled at head time. */
const fillable = (kind: 'listing' | 'item_offer', head: Date) => sql`
  ${orders} join ${orderStates} on ${orderStates.orderHash} = ${orders.hash} and ${orderStates.status} = 'open'
  join ${positions} on ${positions.id} = ${orders.positionId}
  join ${watches} on ${covers} and ${watches.account} <> ${orders.offerer}
  where ${orders.kind} = ${kind} and ${orders.startTime} <= ${head.toISOString()}::timestamptz
    and ${orders.endTime} > ${head.toISOString()}::timestamptz`

const orderColumns = (
  key: SQL,
) => sql`select ${watches.account} as account, ${orders.positionId} as position_id,
  ${key} as event_key, ${orders.createdAt} as at, ${orders.price} as price, ${orders.hash} as order_hash,
  null::text as transaction_hash from`

/** A price that is already low when the watch is set is news as well. */
const cheapListings = (head: Date) => sql`
  ${orderColumns(sql`${orders.hash} || '/' || ${watches.below}`)} ${fillable('listing', head)}
    and ${orders.price} <= ${watches.below}`

const newListings = (head: Date) => sql`
  ${orderColumns(sql`${orders.hash}`)} ${fillable('listing', head)}
    and ${watches.listed} and ${orders.createdAt} > ${watches.createdAt}`

const newOffers = (head: Date) => sql`
  ${orderColumns(sql`${orders.hash}`)} ${fillable('item_offer', head)}
    and ${watches.offered} and ${orders.createdAt} > ${watches.createdAt}`

/** By transaction and seller, not by block: a sale that a reorganisation moves is the same sale. */
const newSales = () => sql`
  select ${watches.account} as account, ${sales.positionId} as position_id,
    ${sales.transactionHash} || '/' || ${sales.positionId} || '/' || ${sales.seller} as event_key,
    ${sales.time} as at, ${sales.price} as price, ${sales.orderHash} as order_hash,
    ${sales.transactionHash} as transaction_hash
  from ${sales} join ${watches} on (${watches.positionId} = ${sales.positionId}
    or (${watches.positionId} is null and ${sales.seller} = ${watches.account}))
  where ${watches.sold} and ${sales.blockNumber} > ${watches.sinceBlock}`

/** One silence a last report; a device that never reported is not silent, it has not begun. */
const silentDevices = (clock: Date) => sql`
  select ${watches.account} as account, ${positions.id} as position_id,
    ${positions.deviceId} || '/' || extract(epoch from last.at)::bigint as event_key,
    last.at + interval '1 hour' as at, null::numeric as price, null::text as order_hash,
    null::text as transaction_hash
  from ${watches} join ${positions} on ${covers}
  cross join lateral (select max(${heartbeats.at}) as at from ${heartbeats}
    where ${heartbeats.deviceId} = ${positions.deviceId}) as last
  where ${watches.silent} and last.at is not null
    and last.at + interval '1 hour' < ${clock.toISOString()}::timestamptz - ${SILENT_AFTER_HOURS} * interval '1 hour'`

/**
 * One squeeze of a network an account, however many of its positions are watched; one that is already on when the watch is
 * set is news as well.
 */
const squeezedNetworks = () => sql`
  select ${watches.account} as account, min(${positions.id}) as position_id,
    latest.network || '/' || extract(epoch from latest.since)::bigint as event_key,
    latest.since as at, null::numeric as price, null::text as order_hash, null::text as transaction_hash
  from ${watches} join ${positions} on ${covers}
  join lateral (select s.network, s.since, s.is_squeezed from ${supplySqueezes} s
    where s.network = ${positions.network} order by s.at desc limit 1) as latest on latest.is_squeezed
  where ${watches.squeeze}
  group by ${watches.account}, latest.network, latest.since`
