import { handle } from '@/lib/server/http'
import { flywheelCsv } from '@/lib/server/lab/flywheel-csv'

/** The page's figures. */
export const GET = handle({}, (server) => flywheelCsv(server))
