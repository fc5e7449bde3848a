import { z } from 'zod'
import { handle } from '@/lib/server/http'
import { readMonthsCsv } from '@/lib/server/networks/months-csv'

/** A network's months as published; unknown cells are blank. */
export const GET = handle({ params: z.object({ slug: z.string() }) }, (server, { params }) =>
  readMonthsCsv(params.slug, server),
)
