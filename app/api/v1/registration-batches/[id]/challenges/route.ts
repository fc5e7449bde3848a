import { getBatchChallenges } from '@/lib/server/api/operations/get-batch-challenges'

/** What the devices of a file that have not answered yet are to sign. */
export const GET = getBatchChallenges.serve()
