import { isAddressEqual } from 'viem'
import type { z } from 'zod'
import { reassignments } from '@/db/schema'
import { HotswapError, NotAllowedError } from '@/lib/core/errors'
import type { SignedInContext } from '../action/signed-in-action'
import { checkTerms, keepMetadata } from './check-terms'
import type { reassignmentInput } from './input'
import { positionOnChain } from './position-on-chain'
import { deadlineFrom } from './time'
import { type ReassignmentView, viewReassignment } from './view-reassignment'

/**
 * Begins a reassignment: the signed-in owner says where their device shall work from now on, and the device must sign
 * it within a day. Open listings of the position stop filling once it is on chain.
 *
 * @throws NotFoundError; NotAllowedError (not_owner); InvalidInputError naming the field that is wrong
 */
export async function createReassignment(
  context: SignedInContext,
  { positionId, metadata, ...terms }: z.output<typeof reassignmentInput>,
): Promise<ReassignmentView> {
  const { db, session, now } = context
  await checkTerms(db, terms)
  const onChain = await positionOnChain(context, positionId)
  if (!isAddressEqual(onChain.owner, session.address))
    throw new NotAllowedError(`Position ${positionId} belongs to another account.`, {
      details: { reason: 'not_owner', owner: onChain.owner },
    })
  const metadataHash = await keepMetadata(db, metadata)
  const { deviceId, nonce } = onChain
  const [row] = await db
    .insert(reassignments)
    .values({
      ...terms,
      positionId,
      metadataHash,
      owner: session.address,
      deviceId,
      nonce,
      deadline: deadlineFrom(now()),
    })
    .returning()
  if (!row) throw new HotswapError('The challenge was not kept.')
  return viewReassignment(context, { row, metadata, onChain })
}
