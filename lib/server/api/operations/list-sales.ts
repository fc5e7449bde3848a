import { z } from 'zod'
import { apiSales } from '@/db/queries/api/sales'
import { marksOfSales, saleKey } from '@/db/queries/references'
import { decodeCursor, encodeCursor } from '../cursor'
import { accountParam, momentParam, positionParam, slugParam } from '../input'
import { isInteger } from '../place-shapes'
import { readOperation } from '../read-operation'
import { toTokenAmount } from '../schemas/money'
import { pageOf, pageQuery } from '../schemas/page'
import { sale } from '../schemas/record'
import { toLeftOut } from '../views/reference'

/* a cursor's key is the block, its id the log and the position */
const shape = { isKey: isInteger, isId: (text: string) => /^\d{1,9}\.\d{1,15}$/.test(text) }

export const listSales = readOperation(
  {
    id: 'listSales',
    path: '/api/v1/sales',
    tag: 'Record',
    summary: 'Sales, newest first, each with the log it was read from.',
  },
  {
    query: z.strictObject({
      position: positionParam.optional().describe('Number of the position.'),
      network: slugParam.optional().describe('Slug of the network it worked for when it was sold.'),
      account: accountParam.optional().describe('Seller or buyer.'),
      since: momentParam.optional().describe('Sales from this moment on.'),
      until: momentParam.optional().describe('Sales before this moment.'),
      ...pageQuery,
    }),
    answer: pageOf(sale, 'SalePage'),
  },
  async ({ db }, { query: { limit, cursor, ...filters } }) => {
    const list = ['sales', filters]
    const rows = await apiSales(db, filters, {
      after: placeOf(decodeCursor(list, shape, cursor)),
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const marks = await marksOfSales(
      db,
      page.map(({ blockNumber }) => blockNumber),
    )
    return {
      data: page.map((row) => ({
        position: row.positionId,
        network: row.network,
        seller: row.seller,
        buyer: row.buyer,
        price: toTokenAmount(row.price),
        fee: toTokenAmount(row.fee),
        order: row.orderHash,
        time: row.time.toISOString(),
        leftOut: toLeftOut(
          marks.get(saleKey({ block: row.blockNumber, logIndex: row.logIndex, position: row.positionId })),
        ),
        source: { block: row.blockNumber, logIndex: row.logIndex, transaction: row.transactionHash },
      })),
      next:
        last && rows.length > limit
          ? encodeCursor(list, { key: `${last.blockNumber}`, id: `${last.logIndex}.${last.positionId}` })
          : null,
    }
  },
)

function placeOf(place: { key: string; id: string } | undefined) {
  if (!place) return undefined
  const [logIndex = 0, position = 0] = place.id.split('.').map(Number)
  return { block: Number(place.key), logIndex, position }
}
