import { registrations } from '@/db/schema'
import { HotswapError } from '@/lib/core/errors'
import type { SignedInContext } from '../action/signed-in-action'
import { checkTerms, keepMetadata } from './check-terms'
import type { Terms } from './input'
import { deadlineFrom } from './time'
import { type RegistrationView, viewRegistration } from './view-registration'

type Context = Pick<SignedInContext, 'db' | 'deployment' | 'publicUrl' | 'now' | 'session'>

/**
 * Begins a registration: keeps what the signed-in owner wants registered, and gives the claim their device must sign
 * within a day. The device is not known yet; whichever answers is the one.
 *
 * @throws InvalidInputError naming the field that is wrong
 */
export async function createChallenge(context: Context, terms: Terms): Promise<RegistrationView> {
  const { db, session, now } = context
  await checkTerms(db, terms)
  const { metadata, ...rest } = terms
  const metadataHash = await keepMetadata(db, metadata)
  const [row] = await db
    .insert(registrations)
    .values({ ...rest, metadataHash, owner: session.address, deadline: deadlineFrom(now()) })
    .returning()
  if (!row) throw new HotswapError('The challenge was not kept.')
  return viewRegistration(context, { row, metadata, positionId: null })
}
