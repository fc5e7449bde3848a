import { z } from 'zod'
import { dollars } from './money'
import { moment } from './values'

const cost = z
  .strictObject({
    target: dollars.describe('the price it would be moved to'),
    sales: z.int().describe('fewest sales at the target after which the price stands there'),
    positions: z.int().describe('positions that must be handed on for it'),
    wallets: z.int().describe('accounts that take part, none of which a test may link'),
    fees: dollars.describe('of those sales: the least it costs'),
    tiedUp: dollars.describe('the positions at the target: needed, not lost'),
    withStrangers: dollars.describe('fees, and the difference paid to strangers in as many sales'),
  })
  .meta({
    id: 'CostOfMoving',
    description:
      'What it costs to move a reference price, where every wash test is passed. Gas is not counted; whoever receives the fees pays none.',
  })

export const reference = z
  .strictObject({
    price: dollars.nullable().describe('weighted median; null where too few clean sales carry one'),
    low: dollars.nullable().describe('90 % interval of the median'),
    high: dollars.nullable(),
    sales: z.int().describe('clean sales of a year'),
    leftOut: z.int().describe('sales that failed a wash test'),
    effectiveSales: z.number().describe('how many equal sales their weights are worth'),
    costUp: cost.nullable().describe('of moving it up by 5 %'),
    costDown: cost.nullable().describe('of moving it down by 5 %'),
    newestSale: moment,
    computedAt: moment,
  })
  .meta({
    id: 'ReferencePrice',
    description:
      'Median of the clean sales of a year, each weighted 2^(−age / 30 days), no account and no position with more than a fifth of the weight. No price below five clean sales.',
  })

export const sizeTests = z
  .strictObject({
    sales: z.int(),
    firstDigit: z.strictObject({ chiSquare: z.number(), p: z.number() }).describe('against Benford’s law'),
    rounding: z
      .strictObject({ t: z.number() })
      .describe('whether round prices are favoured, as people favour them'),
    tail: z
      .strictObject({ exponent: z.number(), error: z.number() })
      .describe('Hill’s estimator on the largest tenth'),
    against: z.int().describe('how many of the three speak against the prices'),
  })
  .meta({
    id: 'SizeTests',
    description:
      'Cong, Li, Tang & Yang (2023) on the prices paid, in whole dollars. Not told below 200 sales.',
  })
