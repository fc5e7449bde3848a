import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { referencesOf } from '@/db/queries/references'
import { positions, valuations } from '@/db/schema'
import { ALL, modelSubject, type ReferenceScope } from '@/lib/market/reference-price/kept-reference'
import { type NearestReference, nearestReference } from '@/lib/market/reference-price/nearest-reference'

/** What others paid for ones like these positions, by the nearest sales that carry a reference; those without are not in the map. */
export async function readNearestReferences(
  db: Queryable,
  positionIds: readonly number[],
): Promise<Map<number, NearestReference>> {
  if (positionIds.length === 0) return new Map()
  const facts = await db
    .selectDistinctOn([positions.id], {
      id: positions.id,
      network: positions.network,
      model: positions.model,
      value: valuations.value,
      valuedBy: valuations.model,
    })
    .from(positions)
    .leftJoin(
      valuations,
      and(eq(valuations.positionId, positions.id), eq(valuations.deviceId, positions.deviceId)),
    )
    .where(inArray(positions.id, [...positionIds]))
    .orderBy(positions.id, desc(valuations.createdAt), desc(valuations.id))
  const subjectsOf = ({ id, network, model }: (typeof facts)[number]) => ({
    position: String(id),
    model: modelSubject(network, model),
    network,
    all: ALL,
  })
  const wanted = new Map(
    facts
      .flatMap((one) => Object.entries(subjectsOf(one)) as [ReferenceScope, string][])
      .map(([scope, subject]) => [`${scope} ${subject}`, { scope, subject }]),
  )
  const kept = new Map(
    (await referencesOf(db, [...wanted.values()])).map((one) => [`${one.scope} ${one.subject}`, one]),
  )
  return new Map(
    facts.flatMap((one) => {
      const subjects = subjectsOf(one)
      const of = (scope: ReferenceScope) => kept.get(`${scope} ${subjects[scope]}`)
      const found = nearestReference(
        { position: of('position'), model: of('model'), network: of('network'), all: of('all') },
        one.value !== null && one.valuedBy !== null ? { value: one.value, model: one.valuedBy } : undefined,
      )
      return found ? [[one.id, found] as const] : []
    }),
  )
}
