import { preflight } from '@/lib/server/api'
import { getNetwork } from '@/lib/server/api/operations/get-network'

/** A network with its published months. */
export const GET = getNetwork.serve()

export const OPTIONS = preflight
