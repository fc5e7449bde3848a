import { NotFoundError } from '@/lib/core/errors'
import { handle } from '@/lib/server/http'
import { readEntryResult } from '@/lib/server/lab/roll-up-entry'

/** The back-test of free entry, whole. */
export const GET = handle({}, async (server) => {
  const result = await readEntryResult(server)
  if (!result) throw new NotFoundError('The back-test is being computed; it is here in a few minutes.')
  return result
})
