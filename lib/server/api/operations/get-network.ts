import { z } from 'zod'
import { apiNetworkMonths, apiNetworks } from '@/db/queries/api/networks'
import { networkMarkets } from '@/db/queries/network-history'
import { NotFoundError } from '@/lib/core/errors'
import { readNetworkReferences } from '../../reference-price/read-references'
import { slugParam } from '../input'
import { readOperation } from '../read-operation'
import { networkDetail } from '../schemas/network'
import { toNetwork, toNetworkMonth } from '../views/network'
import { toReference, toSizeTests } from '../views/reference'

export const getNetwork = readOperation(
  {
    id: 'getNetwork',
    path: '/api/v1/networks/{slug}',
    tag: 'Networks',
    summary: 'A network with every month that was published.',
  },
  { params: z.object({ slug: slugParam }), answer: networkDetail, refusals: [404] },
  async ({ db, now }, { params: { slug } }) => {
    const [row] = await apiNetworks(db, { slug, limit: 1 })
    if (!row) throw new NotFoundError('There is no network of that name.', { details: { slug } })
    const months = await apiNetworkMonths(db, [slug])
    const markets = await networkMarkets(db, now)
    const { network: kept } = await readNetworkReferences(slug, { db })
    return {
      ...toNetwork(row, months, markets.get(slug)),
      reference: toReference(kept),
      sizeTests: toSizeTests(kept),
      months: months.map(toNetworkMonth),
    }
  },
)
