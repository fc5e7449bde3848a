import { preflight } from '@/lib/server/api'
import { listSales } from '@/lib/server/api/operations/list-sales'

/** Sales, newest first. */
export const GET = listSales.serve()

export const OPTIONS = preflight
