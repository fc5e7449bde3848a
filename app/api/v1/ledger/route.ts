import { preflight } from '@/lib/server/api'
import { listLedger } from '@/lib/server/api/operations/list-ledger'

/** The public record, newest first. */
export const GET = listLedger.serve()

export const OPTIONS = preflight
