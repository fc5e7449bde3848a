import { postReassignmentProof } from '@/lib/server/api/operations/post-reassignment-proof'

/** A device’s consent to be moved. */
export const POST = postReassignmentProof.serve()
