import { preflight } from '@/lib/server/api'
import { getNetworkStatistics } from '@/lib/server/api/operations/get-network-statistics'

/** A network's public statistics, or those of all networks together. */
export const GET = getNetworkStatistics.serve()

export const OPTIONS = preflight
