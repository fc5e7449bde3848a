import { eq } from 'drizzle-orm'
import { metadataDocuments, reassignments } from '@/db/schema'
import type { DeviceMetadata } from '@/lib/chain/metadata-hash'
import { NotFoundError } from '@/lib/core/errors'
import type { ServerContext } from '../context'
import { positionOnChain } from './position-on-chain'
import { type ReassignmentView, viewReassignment } from './view-reassignment'

type Context = Pick<ServerContext, 'db' | 'client' | 'deployment' | 'publicUrl' | 'now'>

/** A reassignment as it stands. Whoever knows the id may read it; only the owner can send it. @throws NotFoundError */
export async function getReassignment(context: Context, id: string): Promise<ReassignmentView> {
  return viewReassignment(context, await findReassignment(context, id))
}

/** The stored reassignment with its document and its position as it is on chain. @throws NotFoundError */
export async function findReassignment(context: Context, id: string) {
  const [found] = await context.db
    .select({ row: reassignments, document: metadataDocuments.document })
    .from(reassignments)
    .innerJoin(metadataDocuments, eq(metadataDocuments.hash, reassignments.metadataHash))
    .where(eq(reassignments.id, id))
  if (!found) throw new NotFoundError('There is no such reassignment.')
  const onChain = await positionOnChain(context, found.row.positionId)
  // only documents that passed metadataSchema are referred to by a reassignment
  return { row: found.row, metadata: found.document as DeviceMetadata, onChain }
}
