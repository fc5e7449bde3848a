import { z } from 'zod'
import { orderComponentsSchema } from '@/lib/chain/seaport/order-components'
import { orderStatuses } from '@/lib/market/order-status'
import { orderKinds } from '@/lib/market/order-terms'
import { tokenAmount } from './money'
import { address, hash, moment, positionId } from './values'

/** Where an order stands at head time: its status on chain, or outside its window. */
export const orderStandings = [...orderStatuses, 'scheduled', 'expired'] as const

export const standing = z
  .enum(orderStandings)
  .meta({ id: 'OrderStanding', description: '`open` can be filled now, and nothing else can.' })

export const order = z
  .strictObject({
    hash,
    kind: z.enum(orderKinds),
    position: positionId,
    offerer: address,
    standing,
    price: tokenAmount.describe('what the buyer pays in all'),
    fee: tokenAmount.describe('the part of it that goes to the market'),
    net: tokenAmount.describe('the part of it that goes to the seller'),
    startTime: moment,
    endTime: moment,
    bound: z
      .boolean()
      .describe('false: outside our zone, so that the device may change under the order; handle with care'),
    postedAt: moment,
    chainId: z.int().positive(),
    components: orderComponentsSchema.meta({
      id: 'OrderComponents',
      description: 'Seaport 1.6 OrderComponents as signed, integers as decimal text.',
    }),
    signature: z.string().regex(/^0x[0-9a-f]*$/),
  })
  .meta({ id: 'Order', description: 'An order with all that is needed to fill it on Seaport.' })

export const postedOrder = z
  .strictObject({
    hash,
    kind: z.enum(orderKinds),
    positionId,
    created: z.boolean().describe('false: the order was here already, and nothing changed'),
    status: z.enum(orderStatuses),
    warnings: z.array(z.literal('unbound')),
  })
  .meta({ id: 'PostedOrder', description: 'An order’s place in the market.' })
