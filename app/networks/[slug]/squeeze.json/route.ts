import { z } from 'zod'
import { handle } from '@/lib/server/http'
import { readSqueezeJson } from '@/lib/server/squeeze/read-squeeze'

/** A network's float listed against demand, by the hour. */
export const GET = handle({ params: z.object({ slug: z.string() }) }, (server, { params }) =>
  readSqueezeJson(params.slug, server),
)
