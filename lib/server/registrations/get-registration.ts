import { eq } from 'drizzle-orm'
import type { Queryable } from '@/db/client'
import { metadataDocuments, positions, registrations } from '@/db/schema'
import type { DeviceMetadata } from '@/lib/chain/metadata-hash'
import { NotFoundError } from '@/lib/core/errors'
import type { ServerContext } from '../context'
import { type RegistrationView, viewRegistration } from './view-registration'

type Context = Pick<ServerContext, 'db' | 'deployment' | 'publicUrl' | 'now'>

/**
 * A registration as it stands: what the device must sign, the wallet's transaction once it is attested, the position
 * once the indexer has seen it. Whoever knows the id may read it; nothing in it lets anyone but the owner gain.
 *
 * @throws NotFoundError
 */
export async function getRegistration(context: Context, id: string): Promise<RegistrationView> {
  return viewRegistration(context, await findRegistration(context.db, id))
}

/** The stored registration with its document and the position its device has. @throws NotFoundError */
export async function findRegistration(db: Queryable, id: string) {
  const [found] = await db
    .select({ row: registrations, document: metadataDocuments.document, positionId: positions.id })
    .from(registrations)
    .innerJoin(metadataDocuments, eq(metadataDocuments.hash, registrations.metadataHash))
    .leftJoin(positions, eq(positions.deviceId, registrations.deviceId))
    .where(eq(registrations.id, id))
  if (!found) throw new NotFoundError('There is no such registration.')
  const { row, document, positionId } = found
  // only documents that passed metadataSchema are referred to by a registration
  return { row, metadata: document as DeviceMetadata, positionId }
}
