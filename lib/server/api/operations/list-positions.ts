import { z } from 'zod'
import { apiPositions } from '@/db/queries/api/positions'
import { bestBids } from '@/db/queries/bids'
import { bestListings } from '@/db/queries/orders'
import { latestValuations } from '@/db/queries/valuations'
import { decodeCursor, encodeCursor } from '../cursor'
import { accountParam, flagParam, slugParam } from '../input'
import { isInteger } from '../place-shapes'
import { readOperation } from '../read-operation'
import { pageOf, pageQuery } from '../schemas/page'
import { position } from '../schemas/position'
import { toPosition } from '../views/position'

const shape = { isKey: isInteger, isId: isInteger }

export const listPositions = readOperation(
  {
    id: 'listPositions',
    path: '/api/v1/positions',
    tag: 'Market',
    summary: 'Positions by number, each with its value and its cheapest listing.',
  },
  {
    query: z.strictObject({
      network: slugParam.optional().describe('Slug of the network it works for.'),
      model: slugParam.optional().describe('Slug of the device model.'),
      owner: accountParam.optional().describe('Address of the owner.'),
      forSale: flagParam.optional().describe('Whether it has a listing that can be filled now.'),
      ...pageQuery,
    }),
    answer: pageOf(position, 'PositionPage'),
  },
  async ({ db, now }, { query: { limit, cursor, ...filters } }) => {
    const list = ['positions', filters]
    const after = decodeCursor(list, shape, cursor)
    const place = after && { after: Number(after.id) }
    const rows = await apiPositions(db, { ...filters, ...place, limit: limit + 1 }, now)
    const page = rows.slice(0, limit)
    const ids = page.map((row) => row.position.id)
    const listings = await bestListings(db, ids, now)
    const bids = await bestBids(db, ids, now)
    const valuations = ids.length > 0 ? await latestValuations(db, ids) : new Map()
    const last = ids.at(-1)
    return {
      data: page.map((row) =>
        toPosition(
          row,
          listings.get(row.position.id),
          bids.get(row.position.id),
          valuations.get(row.position.id),
          now,
        ),
      ),
      next:
        last !== undefined && rows.length > limit
          ? encodeCursor(list, { key: `${last}`, id: `${last}` })
          : null,
    }
  },
)
