import type { z } from 'zod'
import type { ApiOrder } from '@/db/queries/api/orders'
import { type OrderComponentsJson, orderFromJson, orderToJson } from '@/lib/chain/seaport/order-components'
import { standingOf } from '@/lib/market/order-status'
import type { OrderKind } from '@/lib/market/order-terms'
import { toTokenAmount } from '../schemas/money'
import type { order } from '../schemas/order'

/** An order as the API tells it. @param now head time, by which its window is judged */
export function toOrder({ order: row, status }: ApiOrder, chainId: number, now: Date): z.input<typeof order> {
  return {
    hash: row.hash,
    // both are stored as postOrder read them, and held to it by constraints of the table
    kind: row.kind as OrderKind,
    components: componentsOf(row.components),
    position: row.positionId,
    offerer: row.offerer,
    standing: standingOf({ startTime: row.startTime, endTime: row.endTime, status }, now),
    price: toTokenAmount(row.price),
    fee: toTokenAmount(row.fee),
    net: toTokenAmount(row.price - row.fee),
    startTime: row.startTime.toISOString(),
    endTime: row.endTime.toISOString(),
    bound: row.bound,
    postedAt: row.createdAt.toISOString(),
    chainId,
    signature: row.signature,
  }
}

function componentsOf(json: unknown): OrderComponentsJson {
  return orderToJson(orderFromJson(json))
}
