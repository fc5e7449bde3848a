import { postRegistrationProof } from '@/lib/server/api/operations/post-registration-proof'

/** A device’s answer to its challenge. */
export const POST = postRegistrationProof.serve()
