import { z } from 'zod'
import { slugParam } from '@/lib/server/api/input'
import { handle } from '@/lib/server/http'
import { deviceCellsJson } from '@/lib/server/map/read-device-map'

/** The counts behind the map. */
export const GET = handle({ query: z.object({ network: slugParam.optional() }) }, (server, { query }) =>
  deviceCellsJson(query.network, server),
)
