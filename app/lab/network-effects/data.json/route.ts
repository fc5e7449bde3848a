import { handle } from '@/lib/server/http'
import { networkEffectsJson } from '@/lib/server/lab/network-effects-csv'

/** The page's figures. */
export const GET = handle({}, (server) => networkEffectsJson(server))
