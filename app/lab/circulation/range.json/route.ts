import { NotFoundError } from '@/lib/core/errors'
import { handle } from '@/lib/server/http'
import { readCirculationHeadline } from '@/lib/server/lab/roll-up-circulation'

/** The circulation gap's range with its cases. */
export const GET = handle({}, async (server) => {
  const range = await readCirculationHeadline(server)
  if (!range) throw new NotFoundError('The range is being computed; it is here in a few minutes.')
  return range
})
