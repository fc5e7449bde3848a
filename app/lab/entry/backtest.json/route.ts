import { handle } from '@/lib/server/http'
import { needEntryResult } from '@/lib/server/lab/roll-up-entry'

/** The back-test of free entry, whole. */
export const GET = handle({}, needEntryResult)
