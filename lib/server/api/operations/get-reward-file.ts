import { z } from 'zod'
import { rewardFileText } from '@/db/queries/reward-files'
import { type RewardFile, rewardFileSchema } from '@/lib/chain/rewards/reward-file'
import { NotFoundError } from '@/lib/core/errors'
import { slugParam } from '../input'
import { readOperation } from '../read-operation'

const EPOCH = 'An epoch is named by the Unix second at which it ends.'

export const getRewardFile = readOperation(
  {
    id: 'getRewardFile',
    path: '/api/v1/rewards/{network}/{epoch}',
    tag: 'Record',
    summary: 'The file a root of rewards was made from, byte for byte as its hash was published.',
    description:
      'Anyone can recompute it from the chain: `npm run -s rewards:check -- URL`. On a local chain the amounts are demonstration: test dollars at the real published figure per node.',
  },
  {
    params: z.object({
      network: slugParam.describe('Slug of the network.'),
      epoch: z.coerce
        .number(EPOCH)
        .int(EPOCH)
        .positive(EPOCH)
        .max(Number.MAX_SAFE_INTEGER, EPOCH)
        .describe(EPOCH),
    }),
    answer: rewardFileSchema,
    refusals: [404],
  },
  async ({ db }, { params: { network, epoch } }) => {
    const file = await rewardFileText(db, network, epoch)
    if (!file) throw new NotFoundError('No rewards of this network and epoch were published here.')
    // parsed and written again, canonical JSON is the same bytes; read by its schema its keys would be in another order
    return JSON.parse(file.text) as RewardFile
  },
)
