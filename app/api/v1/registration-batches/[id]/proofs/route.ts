import { postBatchProofs } from '@/lib/server/api/operations/post-batch-proofs'

/** Answers of many devices to their challenges. */
export const POST = postBatchProofs.serve()
