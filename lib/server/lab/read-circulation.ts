import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { context, type ServerContext } from '../context'
import { readEvidence } from '../valuations/read-evidence'
import { readHistories } from './read-histories'

export type CirculationNetwork = {
  slug: string
  name: string
  category: string
  nodes: number
  poolUsd: number
  /** YYYY-MM of both figures */
  month: string
  /** assumption: share of a category's devices that can serve another network of it */
  compatibility: number
  /** assumption: dollars to move one device, and the months without rewards while it moves */
  switchingCostUsd: number
  switchingMonths: number
  /** assumption: part of the gap between two networks' rewards that a moved device sees, on the log scale */
  rewardTransfer: number
}

/** Every network with its newest month of both nodes and rewards, and what moving its devices is assumed to take. */
export async function readCirculation(
  server: Pick<ServerContext, 'db'> = context(),
): Promise<CirculationNetwork[]> {
  const [histories, evidence] = await Promise.all([readHistories(server.db), readEvidence(server.db)])
  return histories.flatMap(({ slug, name, category, months }) => {
    const last = months.findLast(({ nodes, rewardsUsd }) => (nodes ?? 0) > 0 && (rewardsUsd ?? 0) > 0)
    if (last?.nodes === undefined || last.rewardsUsd === undefined) return []
    const book = evidence.book('', slug)
    return [
      {
        slug,
        name,
        category,
        nodes: last.nodes,
        poolUsd: last.rewardsUsd,
        month: monthText(last.month),
        compatibility: book.find('compatibility')?.value ?? 0,
        switchingCostUsd: book.need('switching_cost').value,
        switchingMonths: book.need('switching_time').value,
        rewardTransfer: book.need('reward_transfer').value,
      },
    ]
  })
}
