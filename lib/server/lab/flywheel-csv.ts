import { monthText } from '@/lib/valuation/forecast/monthly-series'
import type { ServerContext } from '../context'
import { csvFile, type DataTable, jsonFile } from './csv-file'
import { readFlywheels } from './read-flywheels'

/** The flywheel page's figures: quarterly log growth and phase by network and month. */
export async function flywheelCsv(server: Pick<ServerContext, 'db'>): Promise<Response> {
  const { name, head, rows } = await flywheelTable(server)
  return csvFile(name, head, rows)
}

/** The same as JSON. */
export async function flywheelJson(server: Pick<ServerContext, 'db'>): Promise<Response> {
  return jsonFile(await flywheelTable(server), FLYWHEEL_SOURCE)
}

export const FLYWHEEL_SOURCE =
  '1kx-network/depin_tokenomics, commit ff2e881; relay network: sums over its operators'

async function flywheelTable(server: Pick<ServerContext, 'db'>): Promise<DataTable> {
  const rows = (await readFlywheels(server)).flatMap(({ slug, points, turns, months }) => {
    const known = new Map(months.map((one) => [one.month, one]))
    return points.map((point) => [
      slug,
      monthText(point.month),
      known.get(point.month)?.rewardsUsd,
      known.get(point.month)?.nodes,
      point.phase,
      point.rewards,
      point.nodes,
      point.rewardPerNode,
      point.fromRewardsAlone,
      turns.some(({ month }) => month === point.month),
    ])
  })
  return {
    name: 'flywheel',
    head: [
      'network',
      'month',
      'rewards_usd',
      'active_nodes',
      'phase',
      'log_growth_rewards',
      'log_growth_nodes',
      'log_growth_reward_per_node',
      'from_rewards_alone',
      'is_turn',
    ],
    rows,
  }
}
