import { handle } from '@/lib/server/http'
import { opportunitiesCsv } from '@/lib/server/opportunities/opportunity-files'

/** The opportunities of this moment as a file. */
export const GET = handle({}, (server) => opportunitiesCsv(server))
