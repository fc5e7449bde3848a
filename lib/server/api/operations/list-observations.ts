import { z } from 'zod'
import { apiNetworks } from '@/db/queries/api/networks'
import { NotFoundError } from '@/lib/core/errors'
import { type ObservedMeasure, observedMeasures, type Said } from '@/lib/market/observations/observation'
import { readObservations } from '../../sources/read-observations'
import { momentParam, slugParam } from '../input'
import { readOperation } from '../read-operation'
import { observation } from '../schemas/observation'

export const listObservations = readOperation(
  {
    id: 'listObservations',
    path: '/api/v1/networks/{slug}/observations',
    tag: 'Networks',
    summary:
      'One measure of a network as it was known at a moment, with what was revised or is contradicted.',
  },
  {
    params: z.object({ slug: slugParam }),
    query: z.strictObject({
      measure: z.enum(observedMeasures, 'One of the measures of the Measure schema.'),
      asOf: momentParam.optional().describe('What was known at this moment; now unless told.'),
    }),
    answer: z.strictObject({ data: z.array(observation).describe('oldest period first') }),
    refusals: [404],
  },
  async ({ db, now }, { params: { slug }, query }) => {
    const [network] = await apiNetworks(db, { slug, limit: 1 })
    if (!network) throw new NotFoundError('There is no network of that name.', { details: { slug } })
    const measure: ObservedMeasure = query.measure
    const settled = await readObservations(db, { network: slug, measure, asOf: query.asOf ?? now })
    return {
      data: settled.map(({ figure, revised, contradicted }) => ({
        measure,
        span: figure.span,
        period: figure.period,
        ...wordOf(figure),
        revised: revised.map(wordOf),
        contradicted: contradicted.map(wordOf),
      })),
    }
  },
)

const wordOf = ({ value, source, knownAt, recordedAt }: Said) => ({
  value: value ?? null,
  source,
  knownAt: knownAt.toISOString(),
  recordedAt: recordedAt.toISOString(),
})
