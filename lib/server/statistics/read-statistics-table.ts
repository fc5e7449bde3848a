import { ALL, type StatisticFigure } from '@/lib/market/statistics/measures'
import {
  parseStatisticOrder,
  type StatisticOrder,
  type StatisticsOfNetwork,
  sortByStatistic,
} from '@/lib/market/statistics/statistic-sort'
import { context, type ServerContext } from '../context'
import { readNetworkChoices } from '../networks/read-network-choices'
import { readFiguresByScope } from './read-statistics'

export { parseStatisticOrder }

/** Every network's newest statistics in an order, and those of all together. */
export async function readStatisticsTable(
  order: StatisticOrder,
  server: Pick<ServerContext, 'db'> = context(),
): Promise<{ rows: StatisticsOfNetwork[]; overall: StatisticFigure[] }> {
  const [choices, figures] = await Promise.all([readNetworkChoices(server), readFiguresByScope(server)])
  const rows = choices.map(({ slug, name }) => ({ slug, name, figures: figures.get(slug) ?? [] }))
  return { rows: sortByStatistic(rows, order), overall: figures.get(ALL) ?? [] }
}
