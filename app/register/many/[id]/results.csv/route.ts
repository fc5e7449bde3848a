import { z } from 'zod'
import { handle } from '@/lib/server/http'
import { batchIdInput } from '@/lib/server/registrations/batches/input'
import { resultsCsv } from '@/lib/server/registrations/batches/results-csv'

/** Each row of a file with what became of it; `?only=refused` for the rows to mend. */
export const GET = handle(
  { params: batchIdInput, query: z.object({ only: z.enum(['all', 'refused']).catch('all') }) },
  (server, { params, query }) => resultsCsv(server, params.id, query.only),
)
