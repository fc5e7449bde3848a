import { respond } from '../../http/respond'
import { callOperation } from '../call-operation'
import { readHealth } from '../health/read-health'
import { health } from '../schemas/health'

export const getHealth = callOperation(
  {
    id: 'getHealth',
    method: 'GET',
    path: '/api/health',
    tag: 'Service',
    isOpen: true,
    cost: 0,
    summary: 'Whether database, node and indexer serve.',
  },
  {
    answers: {
      200: { description: 'All parts serve.', schema: health },
      503: { description: 'At least one part is away; its sentence says which.', schema: health },
    },
    refusals: [],
  },
  async (context) => {
    const value = await readHealth(context)
    const response = respond(value, value.status === 'ok' ? 200 : 503)
    if (value.status !== 'ok') response.headers.set('retry-after', '5')
    return response
  },
)
