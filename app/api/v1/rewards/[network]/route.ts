import { preflight } from '@/lib/server/api'
import { listRewardEpochs } from '@/lib/server/api/operations/list-reward-epochs'

/** Published epochs of a network’s rewards, newest first. */
export const GET = listRewardEpochs.serve()

export const OPTIONS = preflight
