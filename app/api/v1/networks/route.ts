import { preflight } from '@/lib/server/api'
import { listNetworks } from '@/lib/server/api/operations/list-networks'

/** Networks with their newest figures. */
export const GET = listNetworks.serve()

export const OPTIONS = preflight
