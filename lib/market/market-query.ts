import { z } from 'zod'
import { type Cursor, parseCursor } from '@/lib/core/cursor'
import { InvalidInputError } from '@/lib/core/errors'
import { formatUnitsExact, parseUnitsExact, type UsdUnits } from '@/lib/core/money'

/** What the market can be sorted by, and the direction that is asked for first. */
export const marketSorts = {
  gap: 'asc',
  price: 'asc',
  value: 'desc',
  reward: 'desc',
  expiry: 'asc',
  position: 'desc',
} as const

export type MarketSort = keyof typeof marketSorts
export type Direction = 'asc' | 'desc'

/** A view of the market: what its URL says. */
export type MarketQuery = {
  /** words of a device's name, hardware or operator; or a position's number, or an owner's address */
  search: string
  network: string | undefined
  minPrice: UsdUnits | undefined
  maxPrice: UsdUnits | undefined
  /** all positions, listed or not */
  all: boolean
  sort: MarketSort
  direction: Direction
  cursor: Cursor | undefined
}

/** A sentence for each field of the URL that could not be read; the field is then left out of the view. */
export type Problems = Partial<Record<'min' | 'max', string>>

const text = z.string().trim().max(100).catch('')
const params = z.object({
  q: text,
  network: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,30}$/)
    .optional()
    .catch(undefined),
  min: text,
  max: text,
  all: z.string().optional().catch(undefined),
  sort: text,
  after: text,
  before: text,
})

const cursorShape = { key: /^-?(\d{1,60}(\.\d{1,60})?|Infinity)$/, id: /^\d{1,15}$/ }

/** Reads a view out of the search parameters of its URL. Nothing in a URL can make it fail. */
export function parseMarketQuery(input: unknown): { query: MarketQuery; problems: Problems } {
  const given = params.parse(input)
  const problems: Problems = {}
  const amount = (field: 'min' | 'max') => {
    if (given[field] === '') return undefined
    try {
      return parseUnitsExact(given[field].replace(/^\$/, ''), 6)
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      problems[field] = error.message
    }
  }
  const minPrice = amount('min')
  const maxPrice = amount('max')
  if (minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice)
    problems.max = 'The highest price lies below the lowest.'
  const query = {
    search: given.q,
    network: given.network,
    minPrice,
    maxPrice,
    all: given.all === '1',
    ...parseSort(given.sort),
    cursor: parseCursor({ after: given.after, before: given.before }, cursorShape),
  }
  return { query, problems }
}

function parseSort(given: string): Pick<MarketQuery, 'sort' | 'direction'> {
  const [name, direction] = given.split('-')
  const sort = Object.keys(marketSorts).find((known) => known === name) as MarketSort | undefined
  if (!sort) return { sort: 'gap', direction: 'asc' }
  return {
    sort,
    direction: direction === 'asc' || direction === 'desc' ? direction : marketSorts[sort],
  }
}

/** The address of a view, with changes; a change of anything but the cursor starts at its first page. */
export function marketHref(query: MarketQuery, changes: Partial<MarketQuery> = {}): string {
  const view = { ...query, cursor: undefined, ...changes }
  const search = new URLSearchParams()
  if (view.search) search.set('q', view.search)
  if (view.network) search.set('network', view.network)
  if (view.minPrice !== undefined) search.set('min', formatUnitsExact(view.minPrice, 6))
  if (view.maxPrice !== undefined) search.set('max', formatUnitsExact(view.maxPrice, 6))
  if (view.all) search.set('all', '1')
  if (view.sort !== 'gap' || view.direction !== 'asc') search.set('sort', `${view.sort}-${view.direction}`)
  if (view.cursor) search.set(view.cursor.side, `${view.cursor.key}~${view.cursor.id}`)
  const rest = search.toString()
  return rest ? `/market?${rest}` : '/market'
}

/** The address of the same view sorted by a column: once more turns it round. */
export function sortHref(query: MarketQuery, sort: MarketSort): string {
  const turned = query.direction === 'asc' ? 'desc' : 'asc'
  return marketHref(query, { sort, direction: query.sort === sort ? turned : marketSorts[sort] })
}

/** Whether the view leaves anything out that could be shown. */
export function isFiltered(query: MarketQuery): boolean {
  return (
    query.search !== '' ||
    query.network !== undefined ||
    query.minPrice !== undefined ||
    query.maxPrice !== undefined
  )
}
