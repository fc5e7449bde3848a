import { handle } from '@/lib/server/http'
import { networkEffectsCsv } from '@/lib/server/lab/network-effects-csv'

/** The page's figures. */
export const GET = handle({}, (server) => networkEffectsCsv(server))
