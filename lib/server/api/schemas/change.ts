import { z } from 'zod'
import { hash, moment, positionId } from './values'

/** What the event stream tells: which parts of the market to read again. */
export const change = z
  .strictObject({
    head: z.int().nonnegative().describe('number of the newest block read'),
    time: moment.describe('time of that block'),
    kinds: z.array(z.string()).describe('kinds of ledger entries that came'),
    positions: z.array(positionId),
    orders: z.array(hash).describe('orders that came or whose standing changed'),
    undoneTo: z.int().nonnegative().optional().describe('blocks after this one were undone first'),
    partial: z.boolean().describe('true: the lists are cut, or something was missed; read everything again'),
  })
  .meta({ id: 'Change', description: 'The data of one event named `change`.' })

export type Change = z.input<typeof change>
