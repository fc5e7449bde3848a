import { z } from 'zod'
import { DERIVED } from '@/lib/market/published-rewards'
import { dollars, tokenAmount } from './money'
import { reference, sizeTests } from './reference'
import { publication } from './source'
import { decimal, month, slug } from './values'

const ofMonth = { month, source: publication }

const publishedDollars = z
  .strictObject({ ...dollars.shape, ...ofMonth })
  .meta({ id: 'PublishedDollars', description: 'A published dollar figure with its month and source.' })

const publishedCount = z
  .strictObject({ value: z.number().nonnegative(), unit: z.literal('nodes'), ...ofMonth })
  .meta({ id: 'PublishedNodes', description: 'A published number of nodes; an average where not whole.' })

const facts = {
  slug,
  name: z.string(),
  category: z.string(),
  token: z.string(),
  isPhysical: z.boolean().describe('Whether rewards depend on where a device stands.'),
  latest: z
    .strictObject({
      rewards: publishedDollars.nullable(),
      rewardPerNode: publishedDollars.nullable().describe('Rewards over active nodes of that month.'),
      activeNodes: publishedCount.nullable(),
      tokenPrice: publishedDollars.nullable(),
    })
    .describe('The newest known figure of each kind. Null is unknown, not zero.'),
  market: z
    .strictObject({
      positions: z.int(),
      forSale: z.int().describe('positions with a listing that can be filled now'),
      floor: tokenAmount.nullable().describe('the cheapest of them'),
      bestBid: tokenAmount
        .nullable()
        .describe('the highest offer for one of its positions that its owner can accept now'),
      sales: z.int(),
      volume: tokenAmount.describe('what all sales together paid'),
    })
    .describe('From the chain at the block of the Hotswap-Head header, and the orders posted here.'),
}

export const network = z
  .strictObject(facts)
  .meta({ id: 'Network', description: 'A physical infrastructure network.' })

export const networkMonth = z
  .strictObject({
    month,
    rewardTokens: decimal.nullable().describe('in the network’s own token'),
    rewards: dollars.nullable(),
    rewardsBasis: z
      .enum(['as published', DERIVED])
      .nullable()
      .describe(
        'What the dollars are: the source’s, or tokens × price where it leaves them blank or repeats its tokens in their place. Null where they are.',
      ),
    rewardPerNode: dollars.nullable(),
    activeNodes: z.number().nonnegative().nullable(),
    tokenPrice: dollars.nullable(),
    source: publication,
  })
  .meta({ id: 'NetworkMonth', description: 'A month as published. Null is unknown, not zero.' })

export const networkDetail = z
  .strictObject({
    ...facts,
    reference: reference.nullable().describe('reference price of its positions; null where none was sold'),
    sizeTests: sizeTests.nullable().describe('null below 200 sales'),
    months: z.array(networkMonth).describe('oldest first'),
  })
  .meta({ id: 'NetworkDetail', description: 'A network with its whole published history.' })
