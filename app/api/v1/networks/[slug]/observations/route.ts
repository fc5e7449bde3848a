import { preflight } from '@/lib/server/api'
import { listObservations } from '@/lib/server/api/operations/list-observations'

/** A measure of a network, as it was known at a moment. */
export const GET = listObservations.serve()

export const OPTIONS = preflight
