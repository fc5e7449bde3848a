import { preflight } from '@/lib/server/api'
import { getRewardFile } from '@/lib/server/api/operations/get-reward-file'

/** The file a root of rewards was made from. */
export const GET = getRewardFile.serve()

export const OPTIONS = preflight
