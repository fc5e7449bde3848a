import { z } from 'zod'
import { dollars } from './money'
import { moment } from './values'

const cost = z
  .strictObject({
    target: dollars.describe('the price it would be moved to'),
    at: dollars.describe('price of the sales that do it at the least cost'),
    sales: z.int().describe('fewest sales at that price after which the reference stands at the target'),
    positions: z.int().describe('positions that must be owned for it'),
    wallets: z.int().describe('accounts that take part, none of which a test may link'),
    fees: dollars.describe('of those sales: the least it costs'),
    tiedUp: dollars.describe('the positions at that price: needed, not lost'),
    withStrangers: dollars.describe('fees, and the difference paid to strangers in as many sales'),
  })
  .meta({
    id: 'CostOfMoving',
    description:
      'What it costs to move a reference price, where every wash test is passed. Gas is not counted; whoever receives the fees pays none.',
  })

const shareCost = cost
  .extend({
    target: z.number().describe('the share of value it would be moved to'),
    at: z.number().describe('share of value of the sales that do it at the least cost'),
  })
  .meta({
    id: 'CostOfMovingShare',
    description: 'What it costs to move a share of value, where every wash test is passed.',
  })

const shareOfValue = z
  .strictObject({
    model: z.string().describe('valuation model whose receipts it is measured by'),
    share: z.number().describe('weighted median of price over value at the time of sale'),
    low: z.number().describe('90 % interval of the median'),
    high: z.number(),
    sales: z.int().describe('clean sales with a receipt'),
    effectiveSales: z.number(),
    costUp: shareCost.nullable().describe('of moving it up by 5 % of itself'),
    costDown: shareCost.nullable(),
  })
  .meta({
    id: 'ShareOfValue',
    description:
      'What is paid for a dollar of value: each clean sale weighs by its value times 2^(−age / 30 days). Times the value of a position it is what others paid for one like it.',
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
    shareOfValue: shareOfValue.nullable().describe('null where too few clean sales have a receipt'),
    unvalued: z.int().describe('clean sales without a receipt to measure them by'),
    newestSale: moment,
    computedAt: moment,
  })
  .meta({
    id: 'ReferencePrice',
    description:
      'Median (the mean of the middle fifth of the weight) of the clean sales of a year, each weighted 2^(−age / 30 days), a position heard once however often it was sold, no account and no position with more than a fifth of the weight. No price below five clean sales, and none of all networks.',
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
