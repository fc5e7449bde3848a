import { asc, desc, eq, sql } from 'drizzle-orm'
import { networks, supplySqueezes } from '@/db/schema'
import { csvLine } from '@/lib/core/csv/format-csv'
import { NotFoundError } from '@/lib/core/errors'
import type { SqueezePage } from '@/lib/market/squeeze-page'
import { context, type ServerContext } from '../context'
import { csvResponse } from '../http/csv-response'

type Reader = Pick<ServerContext, 'db'>

/** Days of history shown. */
const DAYS = 30

/** Float against demand of a network; undefined while nothing was counted. */
export async function readSqueeze(
  network: string,
  { db }: Reader = context(),
): Promise<SqueezePage | undefined> {
  const [latest] = await db
    .select()
    .from(supplySqueezes)
    .where(eq(supplySqueezes.network, network))
    .orderBy(desc(supplySqueezes.at))
    .limit(1)
  if (!latest) return undefined
  const { rows } = await db.execute<{ day: string; value: number | null }>(sql`
    select to_char(day, 'YYYY-MM-DD') as day, max(pressure) as value
    from generate_series(
      date_trunc('day', ${latest.at.toISOString()}::timestamptz at time zone 'UTC') - ${DAYS - 1} * interval '1 day',
      date_trunc('day', ${latest.at.toISOString()}::timestamptz at time zone 'UTC'), interval '1 day') as day
    left join ${supplySqueezes} on network = ${network} and date_trunc('day', at at time zone 'UTC') = day
    group by day order by day`)
  return { latest, days: rows.map(({ day, value }) => ({ day, value })) }
}

/** The whole history of a network's float and demand by the hour, as a file. @throws NotFoundError */
export async function readSqueezeCsv(network: string, { db }: Reader): Promise<Response> {
  const [known] = await db.select({ slug: networks.slug }).from(networks).where(eq(networks.slug, network))
  if (!known) throw new NotFoundError('There is no network of that name.')
  const rows = await db
    .select()
    .from(supplySqueezes)
    .where(eq(supplySqueezes.network, network))
    .orderBy(asc(supplySqueezes.at))
  const heading = ['hour', 'supply', 'listed', 'bidders', 'sales_30_days', 'watchers', 'pressure', 'squeezed']
  return csvResponse(
    [
      csvLine(heading),
      ...rows.map((row) =>
        csvLine([
          row.at.toISOString(),
          row.supply,
          row.listed,
          row.bidders,
          row.sales,
          row.watchers,
          row.pressure,
          row.isSqueezed ? 'yes' : 'no',
        ]),
      ),
    ].join(''),
    `${network}-squeeze.csv`,
  )
}
