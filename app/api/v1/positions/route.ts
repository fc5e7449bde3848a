import { preflight } from '@/lib/server/api'
import { listPositions } from '@/lib/server/api/operations/list-positions'

/** Positions by number. */
export const GET = listPositions.serve()

export const OPTIONS = preflight
