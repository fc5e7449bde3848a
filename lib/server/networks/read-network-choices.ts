import { asc, sql } from 'drizzle-orm'
import { networks } from '@/db/schema'
import { context, type ServerContext } from '../context'

/** Networks to choose from, by name. */
export async function readNetworkChoices(
  { db }: Pick<ServerContext, 'db'> = context(),
): Promise<{ slug: string; name: string; isPhysical: boolean }[]> {
  return db
    .select({ slug: networks.slug, name: networks.name, isPhysical: networks.isPhysical })
    .from(networks)
    .orderBy(asc(sql`lower(${networks.name})`))
}
