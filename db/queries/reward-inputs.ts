import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { ledger, metadataDocuments, operators, positions } from '@/db/schema'
import type { RewardFigure } from '@/lib/market/rewards/rate'
import type { TenureChange } from '@/lib/market/rewards/tenures'
import type { Queryable } from '../client'

type Scope = {
  /** of these positions alone */
  positionIds?: readonly number[]
  /** up to this block alone */
  untilBlock?: number
}

/** Everything the record says of who held which position in which network, in the order of the chain. */
export async function tenureChanges(
  db: Queryable,
  { positionIds, untilBlock }: Scope,
): Promise<TenureChange[]> {
  const rows = await db
    .select({
      positionId: sql<number>`${ledger.positionId}`.mapWith(Number),
      time: ledger.time,
      kind: ledger.kind,
      account: ledger.account,
      counterparty: ledger.counterparty,
      network: sql<string | null>`${ledger.data} ->> 'network'`,
    })
    .from(ledger)
    .where(
      and(
        inArray(ledger.kind, ['registered', 'transferred', 'reassigned']),
        positionIds && inArray(ledger.positionId, [...positionIds]),
        untilBlock === undefined ? undefined : lte(ledger.blockNumber, untilBlock),
      ),
    )
    .orderBy(asc(ledger.blockNumber), asc(ledger.logIndex))
  return rows.map(({ positionId, time, kind, account, counterparty, network }) => {
    const owner = kind === 'registered' ? account : kind === 'transferred' ? counterparty : null
    return {
      positionId,
      at: time.getTime() / 1000,
      ...(owner !== null && { owner }),
      ...(network !== null && { network }),
    }
  })
}

/** The figure a position's reward rests on in a network; undefined where the network has none. */
export type FigureOf = (positionId: number, network: string) => RewardFigure | undefined

/**
 * Real figures per node, of the last month on record: an operator's own for a position that its account registered and
 * whose metadata named it then, while it works for that network; else the network's.
 */
export async function rewardFigures(db: Queryable, positionIds?: readonly number[]): Promise<FigureOf> {
  const networks = await figures(
    db,
    sql`select distinct on (network) network as "of", network, to_char(month, 'YYYY-MM') as month,
        trim_scale(dollars)::text as rewards, trim_scale(active_nodes)::text as nodes,
        case when dollars is distinct from rewards_usd then source || '; dollars are tokens × price' else source end
          as source
      from (select *, published_dollars(reward_tokens, token_price_usd, rewards_usd) as dollars from network_months) as m
      where dollars is not null and active_nodes > 0 order by network, month desc`,
    'network',
  )
  const fleets = await figures(
    db,
    sql`select distinct on (o.slug) o.slug as "of", o.network, to_char(m.month, 'YYYY-MM') as month,
        trim_scale(m.rewards_usd)::text as rewards, m.nodes::text as nodes, m.source
      from operator_months m join operators o on o.slug = m.operator order by o.slug, m.month desc`,
    'operator',
  )
  const registered = await db
    .select({ id: positions.id, operator: operators.slug })
    .from(positions)
    .innerJoin(ledger, and(eq(ledger.positionId, positions.id), eq(ledger.kind, 'registered')))
    .innerJoin(metadataDocuments, eq(metadataDocuments.hash, sql`${ledger.data} ->> 'metadataHash'`))
    .innerJoin(
      operators,
      and(
        eq(operators.slug, sql`${metadataDocuments.document} ->> 'operator'`),
        eq(operators.account, ledger.account),
      ),
    )
    .where(positionIds && inArray(positions.id, [...positionIds]))
  const operatorOf = new Map(registered.map(({ id, operator }) => [id, operator]))
  return (positionId, network) => {
    const fleet = fleets.get(operatorOf.get(positionId) ?? '')
    return fleet?.network === network ? fleet.figure : networks.get(network)?.figure
  }
}

type FigureRow = {
  of: string
  network: string
  month: string
  rewards: string
  nodes: string
  source: string
}

async function figures(
  db: Queryable,
  query: ReturnType<typeof sql>,
  basis: RewardFigure['basis'],
): Promise<Map<string, { network: string; figure: RewardFigure }>> {
  const { rows } = await db.execute<FigureRow>(query)
  return new Map(
    rows.map(({ of, network, month, rewards, nodes, source }) => [
      of,
      { network, figure: { basis, of, month, rewardsUsd: rewards, nodes, source } },
    ]),
  )
}
