import { sql } from 'drizzle-orm'
import type { Queryable } from '../client'

/** Devices of one network in one H3 cell. */
export type CellCount = {
  cell: string
  network: string
  region: string | undefined
  devices: number
  demonstrations: number
  forSale: number
}

/** Where devices stand, by cell and network, for sale at head time `now`; of one network where it is given. */
export async function deviceCells(
  db: Queryable,
  network: string | undefined,
  now: Date,
): Promise<CellCount[]> {
  const { rows } = await db.execute<{
    cell: string
    network: string
    region: string | null
    devices: number
    demonstrations: number
    for_sale: number
  }>(sql`
    select cell, network, min(region) as region, count(*)::int as devices,
      count(*) filter (where is_demonstration)::int as demonstrations,
      count(*) filter (where price is not null and since <= ${now} and until > ${now})::int as for_sale
    from position_market
    where cell is not null ${network === undefined ? sql`` : sql`and network = ${network}`}
    group by cell, network
    order by devices desc, cell, network`)
  return rows.map(({ region, for_sale, ...row }) => ({
    ...row,
    region: region ?? undefined,
    forSale: for_sale,
  }))
}
