import { handle } from '@/lib/server/http'
import { searchEverything, searchQuery } from '@/lib/server/search/search-everything'

/** Positions, networks, operators, addresses and transactions by a few words. */
export const GET = handle({ query: searchQuery }, (server, { query }) => searchEverything(server, query), {
  isPartOfPage: true,
})
