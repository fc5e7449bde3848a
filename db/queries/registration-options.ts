import { asc, eq } from 'drizzle-orm'
import { deviceModels, networks } from '@/db/schema'
import type { Queryable } from '../client'

/** A network a device can be registered for, with the hardware it knows. */
export type RegistrationOption = {
  slug: string
  name: string
  category: string
  isPhysical: boolean
  models: { slug: string; name: string }[]
}

/** Every network that has a hardware model, by category and name. */
export async function registrationOptions(db: Queryable): Promise<RegistrationOption[]> {
  const rows = await db
    .select({
      slug: networks.slug,
      name: networks.name,
      category: networks.category,
      isPhysical: networks.isPhysical,
      model: deviceModels.slug,
      modelName: deviceModels.name,
    })
    .from(networks)
    .innerJoin(deviceModels, eq(deviceModels.network, networks.slug))
    .orderBy(asc(networks.category), asc(networks.name), asc(deviceModels.name))
  const bySlug = new Map<string, RegistrationOption>()
  for (const { model, modelName, ...network } of rows) {
    const option = bySlug.get(network.slug) ?? { ...network, models: [] }
    option.models.push({ slug: model, name: modelName })
    bySlug.set(network.slug, option)
  }
  return [...bySlug.values()]
}
