import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { context, type ServerContext } from '../context'
import { readEvidence } from '../valuations/read-evidence'
import { readHistories } from './read-histories'

export type ChoiceNetworkFacts = {
  slug: string
  name: string
  nodes: number
  poolUsd: number
  /** YYYY-MM of both figures */
  month: string
  runningCostUsd: number
  /** the cost is a sum over operators who publish it; else an assumption */
  isCostKnown: boolean
}

export type ChoiceCategory = { category: string; networks: ChoiceNetworkFacts[] }

/** Categories of more than one network with its newest month of nodes and rewards, and what its devices cost to run. */
export async function readChoiceNetworks(
  server: Pick<ServerContext, 'db'> = context(),
): Promise<ChoiceCategory[]> {
  const [histories, evidence] = await Promise.all([readHistories(server.db), readEvidence(server.db)])
  const byCategory = new Map<string, ChoiceNetworkFacts[]>()
  for (const { slug, name, category, months } of histories) {
    const last = months.findLast(({ nodes, rewardsUsd }) => (nodes ?? 0) > 0 && (rewardsUsd ?? 0) > 0)
    if (last?.nodes === undefined || last.rewardsUsd === undefined) continue
    const published = publishedCost(evidence.network(slug)?.operators ?? [])
    byCategory.set(category, [
      ...(byCategory.get(category) ?? []),
      {
        slug,
        name,
        nodes: last.nodes,
        poolUsd: last.rewardsUsd,
        month: monthText(last.month),
        runningCostUsd: published ?? evidence.book('', slug).need('running_cost').value,
        isCostKnown: published !== undefined,
      },
    ])
  }
  return [...byCategory]
    .filter(([, networks]) => networks.length > 1)
    .map(([category, networks]) => ({ category, networks }))
    .sort((a, b) => (a.category < b.category ? -1 : 1))
}

type OperatorMonth = { month: string; nodes: number; costUsd: number | null | undefined }

/** Cost a device over all operators that publish one, in their newest month. */
function publishedCost(months: readonly OperatorMonth[]): number | undefined {
  const known = months.flatMap(({ month, nodes, costUsd }) =>
    typeof costUsd === 'number' && nodes > 0 ? [{ month, nodes, costUsd }] : [],
  )
  const newest = known
    .map(({ month }) => month)
    .sort()
    .at(-1)
  const rows = known.filter(({ month }) => month === newest)
  const nodes = rows.reduce((sum, row) => sum + row.nodes, 0)
  return nodes > 0 ? rows.reduce((sum, row) => sum + row.nodes * row.costUsd, 0) / nodes : undefined
}
