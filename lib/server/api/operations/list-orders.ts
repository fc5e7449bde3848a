import { z } from 'zod'
import { apiOrders, orderSorts } from '@/db/queries/api/orders'
import { isTimestamp } from '@/lib/core/timestamp'
import { orderKinds } from '@/lib/market/order-terms'
import { decodeCursor, encodeCursor } from '../cursor'
import { accountParam, amountParam, positionParam, slugParam } from '../input'
import { isAmount, isHash } from '../place-shapes'
import { readOperation } from '../read-operation'
import { order, orderStandings } from '../schemas/order'
import { pageOf, pageQuery } from '../schemas/page'
import { toOrder } from '../views/order'

export const listOrders = readOperation(
  {
    id: 'listOrders',
    path: '/api/v1/orders',
    tag: 'Market',
    summary: 'Orders, those that can be filled now unless asked otherwise.',
  },
  {
    query: z.strictObject({
      standing: z
        .enum([...orderStandings, 'any'])
        .default('open')
        .describe('Where the order stands at head time.'),
      kind: z.enum(orderKinds).optional().describe('Listings offer a position, item offers dollars for one.'),
      position: positionParam.optional().describe('Number of the position.'),
      network: slugParam.optional().describe('Slug of the network the position works for now.'),
      offerer: accountParam.optional().describe('Address of the signer.'),
      minPrice: amountParam.optional().describe('Least price, in dollar tokens.'),
      maxPrice: amountParam.optional().describe('Highest price, in dollar tokens.'),
      sort: z.enum(orderSorts).default('newest').describe('Newest first, cheapest first, or dearest first.'),
      ...pageQuery,
    }),
    answer: pageOf(order, 'OrderPage'),
  },
  async ({ db, deployment, now }, { query: { limit, cursor, sort, standing, ...filters } }) => {
    const list = ['orders', sort, standing, filters]
    const shape = { isKey: sort === 'newest' ? isTimestamp : isAmount, isId: isHash }
    const rows = await apiOrders(
      db,
      { ...filters, standing: standing === 'any' ? undefined : standing },
      { sort, after: decodeCursor(list, shape, cursor), limit: limit + 1 },
      now,
    )
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      data: page.map((row) => toOrder(row, deployment.chainId, now)),
      next: last && rows.length > limit ? encodeCursor(list, { key: last.key, id: last.order.hash }) : null,
    }
  },
)
