import { handle } from '@/lib/server/http'
import { flywheelJson } from '@/lib/server/lab/flywheel-csv'

/** The page's figures. */
export const GET = handle({}, (server) => flywheelJson(server))
