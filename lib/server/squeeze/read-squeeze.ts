import { asc, desc, eq, sql } from 'drizzle-orm'
import { networks, supplySqueezes } from '@/db/schema'
import { NotFoundError } from '@/lib/core/errors'
import type { SqueezePage } from '@/lib/market/squeeze-page'
import { context, type ServerContext } from '../context'
import { csvFile, type DataTable, jsonFile } from '../lab/csv-file'

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

/** The whole history of a network's float and demand by the hour, as a CSV file. @throws NotFoundError */
export async function readSqueezeCsv(network: string, server: Reader): Promise<Response> {
  const { name, head, rows } = await squeezeTable(network, server)
  return csvFile(name, head, rows)
}

/** The same as JSON. @throws NotFoundError */
export async function readSqueezeJson(network: string, server: Reader): Promise<Response> {
  return jsonFile(await squeezeTable(network, server), 'this chain, and the orders and watches kept here')
}

async function squeezeTable(network: string, { db }: Reader): Promise<DataTable> {
  const [known] = await db.select({ slug: networks.slug }).from(networks).where(eq(networks.slug, network))
  if (!known) throw new NotFoundError('There is no network of that name.')
  const rows = await db
    .select()
    .from(supplySqueezes)
    .where(eq(supplySqueezes.network, network))
    .orderBy(asc(supplySqueezes.at))
  return {
    name: `${network}-squeeze`,
    head: ['hour', 'supply', 'listed', 'bidders', 'sales_30_days', 'watchers', 'pressure', 'squeezed'],
    rows: rows.map((row) => [
      row.at.toISOString(),
      row.supply,
      row.listed,
      row.bidders,
      row.sales,
      row.watchers,
      row.pressure ?? undefined,
      row.isSqueezed ? 'yes' : 'no',
    ]),
  }
}
