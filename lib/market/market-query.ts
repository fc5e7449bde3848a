import { z } from 'zod'
import { type Cursor, parseCursor } from '@/lib/core/cursor'
import { InvalidInputError } from '@/lib/core/errors'
import { formatUnitsExact, parseUnitsExact, type UsdUnits } from '@/lib/core/money'
import { parsePercent } from './parse-percent'
import { type Region, regions } from './region'

/** What the market can be sorted by, and the direction that is asked for first. */
export const marketSorts = {
  /** price over value, as the table shows it: furthest below value first */
  gap: 'asc',
  price: 'asc',
  value: 'desc',
  reward: 'desc',
  yield: 'desc',
  days: 'asc',
  uptime: 'desc',
  expiry: 'asc',
  position: 'desc',
} as const

export type MarketSort = keyof typeof marketSorts
export type Direction = 'asc' | 'desc'

export const categories = [
  'wireless',
  'geospatial',
  'mobility',
  'energy',
  'compute',
  'storage',
  'bandwidth',
] as const
export type Category = (typeof categories)[number]

/** A view of the market: what its URL says. */
export type MarketQuery = {
  /** words of a name, model, network, operator, category, region or cell; or a position's number, or an owner's address */
  search: string
  network: string | undefined
  category: Category | undefined
  region: Region | undefined
  minPrice: UsdUnits | undefined
  maxPrice: UsdUnits | undefined
  /** per cent the price lies below the value, at least; negative: above it, at most */
  minGap: number | undefined
  /** per cent a year, at least */
  minYield: number | undefined
  /** days to break even, at most */
  maxDays: number | undefined
  /** per cent of complete days in service, at least; unknown uptime meets no such condition */
  minUptime: number | undefined
  show: 'listed' | 'all' | 'unlisted'
  view: 'list' | 'cards'
  sort: MarketSort
  direction: Direction
  cursor: Cursor | undefined
}

/** The fields that are typed as figures. */
export const figureFields = ['min', 'max', 'gap', 'yield', 'days', 'uptime'] as const
export type FigureField = (typeof figureFields)[number]

/** A sentence for each field of the URL that could not be read; the field is then left out of the view. */
export type Problems = Partial<Record<FigureField, string>>

const text = z
  .string()
  // control characters mean nothing, and PostgreSQL takes no NUL
  .transform((given) => given.replace(/\p{Cc}+/gu, ' ').trim())
  .pipe(z.string().max(100))
  .catch('')
const oneOf = <const values extends readonly [string, ...string[]]>(values: values) =>
  z.enum(values).optional().catch(undefined)
const params = z.object({
  q: text,
  network: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,30}$/)
    .optional()
    .catch(undefined),
  category: oneOf(categories),
  region: oneOf(regions),
  min: text,
  max: text,
  gap: text,
  yield: text,
  days: text,
  uptime: text,
  show: oneOf(['all', 'unlisted']),
  /** what `show=all` was called first; links with it are out there */
  all: z.string().optional().catch(undefined),
  view: oneOf(['cards']),
  sort: text,
  after: text,
  before: text,
})

const cursorShape = { key: /^-?(\d{1,90}(\.\d{1,90})?|Infinity)$/, id: /^\d{1,15}$/ }

/** Reads a view out of the search parameters of its URL. Nothing in a URL can make it fail. */
export function parseMarketQuery(input: unknown): { query: MarketQuery; problems: Problems } {
  const given = params.catch(params.parse({})).parse(input)
  const problems: Problems = {}
  function figure<value>(field: FigureField, read: (text: string) => value): value | undefined {
    if (given[field] === '') return undefined
    try {
      return read(pointed(given[field]))
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      problems[field] = error.message
    }
  }
  const minPrice = figure('min', readPrice)
  const maxPrice = figure('max', readPrice)
  if (minPrice !== undefined && maxPrice !== undefined && minPrice > maxPrice)
    problems.max = 'The highest price lies below the lowest.'
  const query = {
    search: given.q,
    network: given.network,
    category: given.category,
    region: given.region,
    minPrice,
    maxPrice,
    minGap: figure('gap', (it) => parsePercent(it, -10_000, 100)),
    minYield: figure('yield', (it) => parsePercent(it, 0, 1_000_000)),
    maxDays: figure('days', readDays),
    minUptime: figure('uptime', (it) => parsePercent(it, 0, 100)),
    show: given.show ?? (given.all === '1' ? 'all' : 'listed'),
    view: given.view ?? 'list',
    ...parseSort(given.sort),
    cursor: parseCursor({ after: given.after, before: given.before }, cursorShape),
  } satisfies MarketQuery
  return { query, problems }
}

/** A form sent without JavaScript writes a reader's comma: one that can separate no thousands is the decimals'. */
function pointed(text: string): string {
  return text.replace(/^([$+−-]?\d+),(\d{1,2}|\d{4,})(?=\D*$)/, '$1.$2')
}

function readPrice(text: string): UsdUnits {
  return parseUnitsExact(text.replace(/^\$/, ''), 6)
}

function readDays(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidInputError(`“${text}” is not a number of days.`)
  return Number(text)
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
  const rest = marketSearch(query, changes)
  return rest ? `/market?${rest}` : '/market'
}

/** The search parameters of a view, without a question mark; what is usual stays out. */
export function marketSearch(query: MarketQuery, changes: Partial<MarketQuery> = {}): string {
  const view = { ...query, cursor: undefined, ...changes }
  const search = new URLSearchParams()
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') search.set(name, `${value}`)
  }
  set('q', view.search)
  set('network', view.network)
  set('category', view.category)
  set('region', view.region)
  set('min', view.minPrice === undefined ? undefined : formatUnitsExact(view.minPrice, 6))
  set('max', view.maxPrice === undefined ? undefined : formatUnitsExact(view.maxPrice, 6))
  set('gap', view.minGap)
  set('yield', view.minYield)
  set('days', view.maxDays)
  set('uptime', view.minUptime)
  if (view.show !== 'listed') set('show', view.show)
  if (view.sort !== 'gap' || view.direction !== 'asc') set('sort', `${view.sort}-${view.direction}`)
  if (view.view !== 'list') set('view', view.view)
  if (view.cursor) set(view.cursor.side, `${view.cursor.key}~${view.cursor.id}`)
  return search.toString()
}

/** The address of the same view sorted by a column: once more turns it round. */
export function sortHref(query: MarketQuery, sort: MarketSort): string {
  const turned = query.direction === 'asc' ? 'desc' : 'asc'
  return marketHref(query, { sort, direction: query.sort === sort ? turned : marketSorts[sort] })
}

/** Whether the view leaves anything out that could be shown. */
export function isFiltered(query: MarketQuery): boolean {
  return query.search !== '' || filterFields.some((field) => query[field] !== undefined)
}

/** What narrows a view beside its words; each is undefined where it does not. */
export const filterFields = [
  'network',
  'category',
  'region',
  'minPrice',
  'maxPrice',
  'minGap',
  'minYield',
  'maxDays',
  'minUptime',
] as const satisfies (keyof MarketQuery)[]

/** The changes to a view that take every filter off it. */
export const noFilters: Partial<MarketQuery> = {
  search: '',
  show: 'listed',
  ...Object.fromEntries(filterFields.map((field) => [field, undefined])),
}
