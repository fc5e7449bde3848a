import { postHeartbeats } from '@/lib/server/api/operations/post-heartbeats'

/** Device-signed reports: one, or up to a hundred. */
export const POST = postHeartbeats.serve()
