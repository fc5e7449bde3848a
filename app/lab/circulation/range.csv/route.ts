import { handle } from '@/lib/server/http'
import { circulationCsv } from '@/lib/server/lab/circulation-csv'

/** The circulation gap at every combination of its assumptions. */
export const GET = handle({}, circulationCsv)
