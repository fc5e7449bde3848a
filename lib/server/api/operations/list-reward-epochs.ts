import { z } from 'zod'
import { publishedEpochs } from '@/db/queries/reward-files'
import { decodeCursor, encodeCursor } from '../cursor'
import { slugParam } from '../input'
import { isInteger } from '../place-shapes'
import { readOperation } from '../read-operation'
import { toTokenAmount } from '../schemas/money'
import { pageOf, pageQuery } from '../schemas/page'
import { rewardEpoch } from '../schemas/reward'

const shape = { isKey: isInteger, isId: (text: string) => text === '' }

export const listRewardEpochs = readOperation(
  {
    id: 'listRewardEpochs',
    path: '/api/v1/rewards/{network}',
    tag: 'Record',
    summary: 'Published epochs of a network’s rewards, newest first.',
  },
  {
    params: z.object({ network: slugParam.describe('Slug of the network.') }),
    query: z.strictObject(pageQuery),
    answer: pageOf(rewardEpoch, 'RewardEpochPage'),
  },
  async ({ db }, { params: { network }, query: { limit, cursor } }) => {
    const list = ['rewards', network]
    const place = decodeCursor(list, shape, cursor)
    const rows = await publishedEpochs(db, network, {
      before: place && Number(place.key),
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      data: page.map((row) => ({
        network,
        epoch: row.epoch,
        from: new Date(row.from * 1000).toISOString(),
        to: new Date(row.epoch * 1000).toISOString(),
        root: row.root,
        fileHash: row.fileHash,
        total: toTokenAmount(row.total),
        file: row.uri,
        publishedAt: row.time.toISOString(),
        source: { block: row.block, logIndex: row.logIndex, transaction: row.transaction },
      })),
      next: last && rows.length > limit ? encodeCursor(list, { key: `${last.epoch}`, id: '' }) : null,
    }
  },
)
