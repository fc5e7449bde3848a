import { buildCredential } from '@/lib/chain/identity/credential'
import { type EnvelopedCredential, secureCredential } from '@/lib/chain/identity/secure-credential'
import type { ServerContext } from '../context'
import { readAttestation } from './read-attestation'

type Context = Pick<ServerContext, 'db' | 'client' | 'deployment' | 'attester' | 'publicUrl'>

/**
 * A position's registration as a verifiable credential, secured by this server's attester. The same position always has
 * the same credential.
 *
 * @throws NotFoundError; ConflictError where its signatures or its document cannot be had any more
 */
export async function issueCredential(context: Context, positionId: number): Promise<EnvelopedCredential> {
  const { attester, publicUrl } = context
  const attestation = await readAttestation(context, positionId)
  const id = new URL(`/api/v1/positions/${positionId}/credential`, publicUrl).href
  return secureCredential(buildCredential(attestation, id, attester.address), attester)
}
