import { preflight } from '@/lib/server/api'
import { streamEvents } from '@/lib/server/api/operations/stream-events'

/** What changes, as it changes. */
export const GET = streamEvents.serve()

export const OPTIONS = preflight
