import { handle } from '@/lib/server/http'
import { needCirculationHeadline } from '@/lib/server/lab/roll-up-circulation'

/** The circulation gap's range with its cases. */
export const GET = handle({}, needCirculationHeadline)
