import { handle } from '@/lib/server/http'
import { marketChangesQuery, readMarketChanges } from '@/lib/server/market/read-market-changes'

/** What became of a page of the market while it was looked at. */
export const GET = handle(
  { query: marketChangesQuery },
  (server, { query }) => readMarketChanges(server, query),
  { isPartOfPage: true },
)
