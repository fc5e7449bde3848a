import { getHealth } from '@/lib/server/api/operations/get-health'

/** Whether database, node and indexer serve. */
export const GET = getHealth.serve()
