import { z } from 'zod'
import { tokenAmount } from './money'
import { logSource } from './source'
import { hash, moment, slug } from './values'

export const rewardEpoch = z
  .strictObject({
    network: slug,
    epoch: z.int().positive().describe('Unix second at which the epoch ends; it names the epoch'),
    from: moment,
    to: moment,
    root: hash,
    fileHash: hash.describe('keccak256 of the file’s bytes, as published beside the root'),
    total: tokenAmount.describe('what everyone earned in the network since the beginning'),
    file: z.string().describe('where the file was published'),
    publishedAt: moment,
    source: logSource,
  })
  .meta({ id: 'RewardEpoch', description: 'A published epoch of a network’s rewards.' })
