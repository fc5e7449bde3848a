import { eq } from 'drizzle-orm'
import { positionMarket } from '@/db/schema'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { context, type ServerContext } from '../context'
import { readHistories } from './read-histories'

export type HonestyFiguresOf = {
  name: string
  href: string
  /** dollars a device in the month */
  rewardUsd: number
  /** YYYY-MM */
  month: string
  basis: string
}

/**
 * What a false report of one device could earn in a month: the newest reward per node of its operator or network.
 * @returns undefined for what is not known, or has no reward on record
 */
export async function readHonestyFigures(
  of: { network?: string; position?: number },
  server: Pick<ServerContext, 'db'> = context(),
): Promise<HonestyFiguresOf | undefined> {
  if (of.position !== undefined) return ofPosition(of.position, server)
  if (of.network === undefined) return undefined
  const history = (await readHistories(server.db)).find(({ slug }) => slug === of.network)
  const last = history?.months.findLast(({ nodes, rewardsUsd }) => (nodes ?? 0) > 0 && (rewardsUsd ?? 0) > 0)
  if (!history || last?.nodes === undefined || last.rewardsUsd === undefined) return undefined
  return {
    name: history.name,
    href: `/networks/${history.slug}`,
    rewardUsd: last.rewardsUsd / last.nodes,
    month: monthText(last.month),
    basis: `all nodes of ${history.name}`,
  }
}

/** The figures an address asks for with `position=7` or `of=helium-iot`, and that part of its query; none else. */
export async function readHonestyOf(
  query: Record<string, unknown>,
  server: Pick<ServerContext, 'db'> = context(),
): Promise<{ figures: HonestyFiguresOf | undefined; kept: string }> {
  const { position, of: network } = query
  const asked =
    typeof position === 'string' && /^\d{1,9}$/.test(position)
      ? { position: Number(position) }
      : typeof network === 'string' && network !== ''
        ? { network }
        : undefined
  const figures = asked && (await readHonestyFigures(asked, server))
  if (!figures) return { figures: undefined, kept: '' }
  return {
    figures,
    kept: 'network' in asked ? `of=${asked.network}` : `position=${asked.position}`,
  }
}

async function ofPosition(
  id: number,
  server: Pick<ServerContext, 'db'>,
): Promise<HonestyFiguresOf | undefined> {
  const [row] = await server.db
    .select({
      name: positionMarket.name,
      network: positionMarket.networkName,
      operator: positionMarket.operator,
      reward: positionMarket.reward,
      month: positionMarket.rewardMonth,
      basis: positionMarket.rewardBasis,
    })
    .from(positionMarket)
    .where(eq(positionMarket.positionId, id))
  const reward = Number(row?.reward ?? 0)
  if (!row?.month || !(reward > 0)) return undefined
  return {
    name: row.name ?? `Position ${id}`,
    href: `/positions/${id}`,
    rewardUsd: reward,
    month: row.month.slice(0, 7),
    basis: row.basis === 'operator' ? 'its operator’s nodes' : `all nodes of ${row.network}`,
  }
}
