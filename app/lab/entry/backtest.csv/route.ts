import { handle } from '@/lib/server/http'
import { entryCsv } from '@/lib/server/lab/entry-csv'

/** Every forecast of entry with its outcome. */
export const GET = handle({}, entryCsv)
