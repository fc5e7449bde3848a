import { and, eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { deviceModels, metadataDocuments, networks } from '@/db/schema'
import { metadataHash } from '@/lib/chain/metadata-hash'
import { InvalidInputError } from '@/lib/core/errors'
import type { Terms } from './input'

/**
 * What no schema can know: that the network is here, the model is one of its own, and a cell is given exactly where
 * place matters.
 *
 * @throws InvalidInputError with the field that is wrong
 */
export async function checkTerms(
  db: Queryable,
  terms: Pick<Terms, 'network' | 'model' | 'cell'>,
): Promise<void> {
  const [found] = await db
    .select({ isPhysical: networks.isPhysical, name: networks.name, model: deviceModels.slug })
    .from(networks)
    .leftJoin(deviceModels, and(eq(deviceModels.network, networks.slug), eq(deviceModels.slug, terms.model)))
    .where(eq(networks.slug, terms.network))
  if (!found) throw refused('network', `There is no network “${terms.network}” here.`)
  if (!found.model) throw refused('model', `${found.name} has no model “${terms.model}”.`)
  if (found.isPhysical && terms.cell === null)
    throw refused('cell', `${found.name} depends on where a device stands: choose its cell.`)
  if (!found.isPhysical && terms.cell !== null)
    throw refused('cell', `${found.name} does not depend on place: leave the cell out.`)
}

/** Keeps a metadata document under its hash, once. @returns the hash */
export async function keepMetadata(db: Queryable, metadata: Terms['metadata']) {
  const hash = metadataHash(metadata)
  await db.insert(metadataDocuments).values({ hash, document: metadata }).onConflictDoNothing()
  return hash
}

function refused(field: string, sentence: string): InvalidInputError {
  return new InvalidInputError(sentence, { fields: { [field]: sentence } })
}
