import { handle } from '@/lib/server/http'
import { templateCsv } from '@/lib/server/registrations/batches/results-csv'

/** The file of devices to fill in. */
export const GET = handle({}, async () => templateCsv())
