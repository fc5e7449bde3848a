import { z } from 'zod'
import { keyTypes } from '@/lib/chain/ids'
import { dollars, tokenAmount } from './money'
import { reference } from './reference'
import { publication } from './source'
import { address, decimal, hash, integerText, moment, month, positionId, slug } from './values'

const valuation = {
  id: z.uuid().describe('names its receipt: /valuations/{id}'),
  mean: dollars.describe('expected present value'),
  p5: dollars,
  p50: dollars,
  p95: dollars,
  model: z.string().describe('name and version of the model'),
  inputsHash: hash.describe('keccak256 of the canonical JSON of model and inputs: same hash, same figures'),
  computedAt: moment,
  staleSince: moment
    .nullable()
    .describe('when its inputs were first seen to have changed; null while they stand'),
}

const standing = {
  id: positionId,
  name: z.string().nullable(),
  owner: address,
  network: slug.describe('slug of the network it works for'),
  model: slug,
  deviceId: hash,
  keyType: z.enum(keyTypes),
  cell: z.string().nullable().describe('H3 cell of resolution 5; null where place does not matter'),
  placeCommitment: hash.nullable(),
  metadataHash: hash,
  stateHash: hash.describe('what a bound order must carry as its zoneHash'),
  ownershipNonce: z.int().nonnegative(),
  user: z
    .strictObject({
      address,
      expires: integerText.describe('Unix seconds'),
      isRunning: z.boolean().describe('whether the term runs at head time'),
    })
    .nullable()
    .describe('who may use it until when (ERC-4907)'),
  isTainted: z.boolean().describe('marked by an attester'),
  isDemonstration: z.boolean().describe('device, key and place were made for demonstration'),
  attester: address,
  registered: z.strictObject({ time: moment, block: z.int().nonnegative(), transaction: hash }),
  listing: z
    .strictObject({ order: hash, price: tokenAmount, endTime: moment, bound: z.boolean() })
    .nullable()
    .describe('the cheapest listing that can be filled now'),
  offer: z
    .strictObject({ order: hash, price: tokenAmount, endTime: moment, bound: z.boolean() })
    .nullable()
    .describe('the best bid: the highest offer its owner can accept now'),
  spread: z
    .strictObject({
      amount: decimal.describe('whole dollar tokens'),
      unit: z.literal('dollar-token'),
      share: z.number().describe('of the middle between the two'),
    })
    .nullable()
    .describe('listing less best bid; below zero where either side could settle at once'),
}

export const position = z
  .strictObject({ ...standing, value: z.strictObject(valuation).nullable().describe('newest valuation') })
  .meta({ id: 'Position', description: 'A position as the chain has it at the head that was read.' })

export const positionDetail = z
  .strictObject({
    ...standing,
    hardware: z.string().nullable(),
    note: z.string().nullable(),
    value: z
      .strictObject({
        ...valuation,
        parts: z
          .array(z.strictObject({ name: z.string(), value: dollars }))
          .describe('add up to the mean, to the cent'),
        inputs: z.record(z.string(), z.unknown()).describe('what the model was given, with sources'),
      })
      .nullable(),
    rewards: z
      .strictObject({
        basis: z
          .strictObject({ kind: z.enum(['operator', 'network']), name: z.string() })
          .describe('whose published figures these are: a position has none of its own'),
        months: z.array(z.strictObject({ month, reward: dollars.nullable(), cost: dollars.nullable() })),
        sources: z.array(publication),
      })
      .nullable()
      .describe('reward and running cost per node, by month, to the cent'),
    references: z
      .strictObject({
        position: reference.nullable(),
        model: reference.nullable().describe('of its model in its network'),
        network: reference.nullable(),
        all: reference.nullable().describe('of all networks: its share of value alone'),
      })
      .describe('reference prices it stands beside; null where nothing was sold'),
    reports: z
      .strictObject({
        last: moment,
        days: z.int().describe('days summed'),
        uptimeShare: z.number().nullable().describe('share of those days in service'),
      })
      .nullable()
      .describe('from the device’s own signed reports'),
  })
  .meta({ id: 'PositionDetail', description: 'A position with its valuation’s receipt and its rewards.' })
