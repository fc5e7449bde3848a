import { z } from 'zod'
import { apiNetworks } from '@/db/queries/api/networks'
import { NotFoundError } from '@/lib/core/errors'
import { ALL, measureOf } from '@/lib/market/statistics/measures'
import { readStatistics } from '../../statistics/read-statistics'
import { slugParam } from '../input'
import { readOperation } from '../read-operation'
import { networkStatistics } from '../schemas/statistic'

export const getNetworkStatistics = readOperation(
  {
    id: 'getNetworkStatistics',
    path: '/api/v1/networks/{slug}/statistics',
    tag: 'Networks',
    summary:
      'A network’s public statistics with their methods, sources and histories; `all` names all networks together.',
  },
  { params: z.object({ slug: slugParam }), answer: networkStatistics, refusals: [404] },
  async ({ db }, { params: { slug } }) => {
    const [known] = slug === ALL ? [{ slug }] : await apiNetworks(db, { slug, limit: 1 })
    if (!known) throw new NotFoundError('There is no network of that name.', { details: { slug } })
    const { figures, points, computedAt } = await readStatistics(slug, { db })
    return {
      network: slug,
      computedAt: computedAt?.toISOString() ?? null,
      statistics: figures.map(({ measure, value, low, high, says, sample, note, asOf, source }) => {
        const { name, unit, method } = measureOf(measure)
        const or = <known>(known: known | undefined) => known ?? null
        return {
          measure,
          name,
          unit,
          method,
          value: or(value),
          low: or(low),
          high: or(high),
          says: or(says),
          asOf,
          source,
          sample: or(sample),
          note: or(note),
        }
      }),
      history: points.map(({ measure, at, value, low, high, says }) => ({
        measure,
        at,
        value,
        low: low ?? null,
        high: high ?? null,
        says: says ?? null,
      })),
    }
  },
)
