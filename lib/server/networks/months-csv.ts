import { csvLine } from '@/lib/core/csv/format-csv'
import { NotFoundError } from '@/lib/core/errors'
import type { NetworkPage } from '@/lib/market/network-row'
import { DERIVED } from '@/lib/market/published-rewards'
import type { ServerContext } from '../context'
import { csvResponse } from '../http/csv-response'
import { readNetwork } from './read-networks'

const columns = ['rewardTokens', 'tokenPriceUsd', 'rewardsUsd', 'activeNodes', 'rewardPerNode'] as const

/** @throws NotFoundError when there is no network of that name */
export async function readMonthsCsv(slug: string, server: ServerContext): Promise<Response> {
  const network = await readNetwork(slug, server)
  if (!network) throw new NotFoundError('There is no network of that name.')
  return monthsCsv(network)
}

/** What a month's dollars are; blank where there are none. */
function basisOf({ rewardsUsd, isDerived }: NetworkPage['months'][number]): string | undefined {
  if (rewardsUsd === undefined) return undefined
  return isDerived ? DERIVED : 'as published'
}

/** A network's months as a CSV file (RFC 4180); unknown cells are blank. */
export function monthsCsv({ slug, months }: Pick<NetworkPage, 'slug' | 'months'>): Response {
  const head = [
    'month',
    'reward_tokens',
    'token_price_usd',
    'rewards_usd',
    'active_nodes',
    'reward_per_node_usd',
    'rewards_usd_basis',
  ]
  const lines = months.map((row) =>
    csvLine([row.month, ...columns.map((column) => row[column]), basisOf(row)]),
  )
  return csvResponse(csvLine(head) + lines.join(''), `${slug}-months.csv`)
}
