import { receiptOf } from '@/lib/valuation/engine/receipt'
import { atMost } from '../../valuations/pool/at-most'
import { computeHere } from '../../valuations/pool/compute'
import { callOperation } from '../call-operation'
import { receipt, valuationBody } from '../schemas/valuation'

/** So many requests of this kind a process works on or holds at once. */
const limited = atMost(8)

export const postValuation = callOperation(
  {
    id: 'postValuation',
    method: 'POST',
    // Monte Carlo on a thread
    cost: 20,
    path: '/api/v1/valuations',
    tag: 'Valuation',
    isOpen: true,
    summary: 'Values given inputs; nothing is stored or signed.',
    description:
      'The same inputs and settings give the same figures to the cent, here and anywhere else. 400: a figure is outside its range, or paths × months × networks are too many. 503: too many valuations wait; try again.',
  },
  {
    body: valuationBody,
    answers: { 200: { description: 'The receipt.', schema: receipt } },
    refusals: [400, 413, 415],
  },
  async ({ compute = computeHere }, { body }) => ({
    status: 200,
    value: receiptOf(await limited(compute)(body.inputs, body.settings)),
  }),
)
