import { z } from 'zod'
import { apiPositions } from '@/db/queries/api/positions'
import { bestBids } from '@/db/queries/bids'
import { readProvenance } from '@/db/queries/demonstration'
import { bestListings } from '@/db/queries/orders'
import { positionFacts, reportsOf, rewardHistory } from '@/db/queries/positions'
import { latestValuation } from '@/db/queries/valuations'
import { NotFoundError } from '@/lib/core/errors'
import { readPositionReferences } from '../../reference-price/read-references'
import { positionParam } from '../input'
import { readOperation } from '../read-operation'
import { toDollars } from '../schemas/money'
import { positionDetail } from '../schemas/position'
import { textOf, toPosition, toValue } from '../views/position'
import { toReference } from '../views/reference'
import { toReports, toRewards } from '../views/rewards'

export const getPosition = readOperation(
  {
    id: 'getPosition',
    path: '/api/v1/positions/{id}',
    tag: 'Market',
    summary: 'A position with its valuation’s receipt, its rewards and its device’s reports.',
    description:
      'Its orders, sales and history are lists of their own: `?position=` of /orders, /sales and /ledger.',
  },
  { params: z.object({ id: positionParam }), answer: positionDetail, refusals: [404] },
  async ({ db, now }, { params: { id } }) => {
    const [row] = await apiPositions(db, { id, limit: 1 }, now)
    const facts = await positionFacts(db, id, now)
    if (!row || !facts) throw new NotFoundError(`There is no position ${id}.`, { details: { id } })
    const listing = (await bestListings(db, [id], now)).get(id)
    const bid = (await bestBids(db, [id], now)).get(id)
    const valuation = await latestValuation(db, id)
    const origin = (await readProvenance(db, [id])).get(id)
    const rewards = await rewardHistory(db, facts.network, origin?.operator ?? null)
    const references = await readPositionReferences(
      { id, network: row.position.network, model: row.position.model },
      { db },
    )
    const reports = await reportsOf(db, facts.deviceId)
    return {
      ...toPosition(row, listing, bid, valuation, now),
      hardware: textOf(row.document, 'hardware'),
      note: textOf(row.document, 'note'),
      value: valuation
        ? {
            ...toValue(valuation),
            parts: valuation.parts.map(({ name, cents }) => ({ name, value: toDollars(cents) })),
            inputs: valuation.inputs,
          }
        : null,
      rewards: toRewards(rewards),
      references: {
        position: toReference(references.position),
        model: toReference(references.model),
        network: toReference(references.network),
        all: toReference(references.all),
      },
      reports: toReports(reports),
    }
  },
)
