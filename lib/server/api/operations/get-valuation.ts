import { z } from 'zod'
import { valuationById } from '@/db/queries/valuations'
import { NotFoundError } from '@/lib/core/errors'
import { readOperation } from '../read-operation'
import { storedReceipt } from '../schemas/valuation'
import { toStoredReceipt } from '../views/receipt'

export const getValuation = readOperation(
  {
    id: 'getValuation',
    path: '/api/v1/valuations/{id}',
    tag: 'Valuation',
    summary: 'The signed receipt of a stored valuation.',
    description:
      'A position’s newest valuation is named by `value.id` of /positions/{id}; older ones keep their receipts.',
  },
  {
    params: z.object({ id: z.uuid('A valuation is named by its id.') }),
    answer: storedReceipt,
    refusals: [404],
  },
  async ({ db, deployment }, { params: { id } }) => {
    const stored = await valuationById(db, id)
    const found = stored && toStoredReceipt(stored, deployment)
    if (!found) throw new NotFoundError('There is no receipt of that id.', { details: { id } })
    return found
  },
)
