import { preflight } from '@/lib/server/api'
import { getPositionCredential } from '@/lib/server/api/operations/get-position-credential'

/** The attestation of a position's device, as a verifiable credential. */
export const GET = getPositionCredential.serve()

export const OPTIONS = preflight
