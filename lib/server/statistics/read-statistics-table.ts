import { ALL } from '@/lib/market/statistics/measures'
import {
  parseStatisticOrder,
  type StatisticOrder,
  type StatisticsOfNetwork,
  sortByStatistic,
} from '@/lib/market/statistics/statistic-sort'
import { context, type ServerContext } from '../context'
import { readNetworkChoices } from '../networks/read-network-choices'
import { readFiguresByScope, readStatistics, type Statistics } from './read-statistics'

export { parseStatisticOrder }

/** Every network's newest statistics in an order, and those of all together. */
export async function readStatisticsTable(
  order: StatisticOrder,
  server: Pick<ServerContext, 'db'> = context(),
): Promise<{ rows: StatisticsOfNetwork[]; overall: Statistics }> {
  const [choices, figures, overall] = await Promise.all([
    readNetworkChoices(server),
    readFiguresByScope(server),
    readStatistics(ALL, server),
  ])
  const rows = choices.map(({ slug, name }) => ({ slug, name, figures: figures.get(slug) ?? [] }))
  return { rows: sortByStatistic(rows, order), overall }
}
