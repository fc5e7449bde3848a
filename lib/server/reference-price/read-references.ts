import { asc, eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { referencesOf } from '@/db/queries/references'
import { deviceModels } from '@/db/schema'
import {
  ALL,
  type KeptReference,
  modelSubject,
  type NetworkReferences,
  type PositionReferences,
} from '@/lib/market/reference-price/kept-reference'
import { context } from '../context'

type Reader = { db: Queryable }

/** The reference prices a position stands beside: its own, its model's, its network's, and that of all networks. */
export async function readPositionReferences(
  { id, network, model }: { id: number; network: string; model: string },
  { db }: Reader = context(),
): Promise<PositionReferences> {
  const found = await referencesOf(db, [
    { scope: 'position', subject: String(id) },
    { scope: 'model', subject: modelSubject(network, model) },
    { scope: 'network', subject: network },
    { scope: 'all', subject: ALL },
  ])
  const of = (scope: KeptReference['scope']) => found.find((reference) => reference.scope === scope)
  return { position: of('position'), model: of('model'), network: of('network'), all: of('all') }
}

/** A network's reference price, and those of its models. */
export async function readNetworkReferences(
  network: string,
  { db }: Reader = context(),
): Promise<NetworkReferences> {
  const models = await db
    .select({ slug: deviceModels.slug, name: deviceModels.name })
    .from(deviceModels)
    .where(eq(deviceModels.network, network))
    .orderBy(asc(deviceModels.name))
  const found = await referencesOf(db, [
    { scope: 'network', subject: network },
    ...models.map(({ slug }) => ({ scope: 'model' as const, subject: modelSubject(network, slug) })),
  ])
  return {
    network: found.find(({ scope }) => scope === 'network'),
    models: models.map(({ slug, name }) => ({
      slug,
      name,
      reference: found.find(
        ({ scope, subject }) => scope === 'model' && subject === modelSubject(network, slug),
      ),
    })),
  }
}
