import { z } from 'zod'
import { apiNetworkMonths, apiNetworks } from '@/db/queries/api/networks'
import { networkMarkets } from '@/db/queries/network-history'
import { decodeCursor, encodeCursor } from '../cursor'
import { isSlug } from '../place-shapes'
import { readOperation } from '../read-operation'
import { network } from '../schemas/network'
import { pageOf, pageQuery } from '../schemas/page'
import { toNetwork } from '../views/network'

const LIST = ['networks']
const shape = { isKey: isSlug, isId: isSlug }

export const listNetworks = readOperation(
  {
    id: 'listNetworks',
    path: '/api/v1/networks',
    tag: 'Networks',
    cost: 3,
    summary: 'Networks by slug, each with its newest published figures and its market here.',
  },
  { query: z.strictObject(pageQuery), answer: pageOf(network, 'NetworkPage') },
  async ({ db, now }, { query: { limit, cursor } }) => {
    const after = decodeCursor(LIST, shape, cursor)
    const rows = await apiNetworks(db, { ...(after && { after: after.id }), limit: limit + 1 })
    const page = rows.slice(0, limit)
    const months = await apiNetworkMonths(
      db,
      page.map(({ slug }) => slug),
    )
    const markets = await networkMarkets(db, now)
    const last = page.at(-1)
    return {
      data: page.map((row) => toNetwork(row, months, markets.get(row.slug))),
      next: last && rows.length > limit ? encodeCursor(LIST, { key: last.slug, id: last.slug }) : null,
    }
  },
)
