import { handle } from '@/lib/server/http'

/** Which chain this Hotswap stands on, and where its contracts are. */
export const GET = handle({}, async ({ deployment }) => deployment)
