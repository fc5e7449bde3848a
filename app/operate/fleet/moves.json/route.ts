import { readMoves } from '@/lib/server/fleet/read-moves'
import { handle } from '@/lib/server/http'
import { requireSession } from '@/lib/server/session/get-session'

/** The moves that the signed-in account has under way: what its page follows, in one question for all. */
export const GET = handle({}, async (server) => ({
  moves: await readMoves((await requireSession()).address, server),
}))
