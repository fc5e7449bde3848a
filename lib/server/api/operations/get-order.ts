import { z } from 'zod'
import { apiOrders } from '@/db/queries/api/orders'
import { NotFoundError } from '@/lib/core/errors'
import { hashParam } from '../input'
import { readOperation } from '../read-operation'
import { order } from '../schemas/order'
import { toOrder } from '../views/order'

export const getOrder = readOperation(
  {
    id: 'getOrder',
    path: '/api/v1/orders/{hash}',
    tag: 'Market',
    summary: 'An order, whatever has become of it.',
  },
  { params: z.object({ hash: hashParam }), answer: order, refusals: [404] },
  async ({ db, deployment, now }, { params: { hash } }) => {
    const [row] = await apiOrders(db, { hash }, { sort: 'newest', limit: 1 }, now)
    if (!row) throw new NotFoundError('There is no such order here.', { details: { orderHash: hash } })
    return toOrder(row, deployment.chainId, now)
  },
)
