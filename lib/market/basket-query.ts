import { z } from 'zod'
import { InvalidInputError } from '@/lib/core/errors'
import { formatUnitsExact, parseUnitsExact, type UsdUnits } from '@/lib/core/money'
import { parsePercent } from './parse-percent'

/** What the budget can be capped by. */
export const capKinds = ['network', 'category', 'cell', 'operator'] as const
export type CapKind = (typeof capKinds)[number]

/** How long positions are held: a year, two, or as long as they are valued for. */
export const holdings = ['12', '24', 'whole'] as const
export type Holding = (typeof holdings)[number]

/** A basket that is asked for: what its URL says. */
export type BasketQuery = {
  budget: UsdUnits
  hold: Holding
  objective: 'tail' | 'variance'
  /** per cent of the budget that the worst twentieth may lose on average */
  tail: number
  /** relative risk aversion */
  aversion: number
  /** per cent of the budget; 100 is no cap */
  caps: Record<CapKind, number>
  /** whole positions, or any share of them (what shares will allow) */
  whole: boolean
  /** these positions alone; undefined for all */
  among: number[] | undefined
  /** left out by hand */
  without: number[]
}

export const basketFields = ['budget', 'tail', 'aversion', ...capKinds] as const
export type BasketField = (typeof basketFields)[number]
export type BasketProblems = Partial<Record<BasketField, string>>

export const basketDefaults: BasketQuery = {
  budget: 5_000_000_000n,
  hold: 'whole',
  objective: 'tail',
  tail: 40,
  aversion: 0.5,
  caps: { network: 25, category: 100, cell: 100, operator: 100 },
  whole: true,
  among: undefined,
  without: [],
}

/** Most positions a URL can name. */
const MOST_NAMED = 200
const MOST_BUDGET = 1_000_000_000_000_000n

const text = z
  .string()
  .transform((given) => given.trim())
  .pipe(z.string().max(40))
  .catch('')
const ids = z
  .string()
  .regex(/^\d{1,15}(,\d{1,15})*$/)
  .transform((given) => [...new Set(given.split(',').map(Number))].slice(0, MOST_NAMED))
  .optional()
  .catch(undefined)
const params = z.object({
  budget: text,
  hold: z.enum(holdings).catch('whole'),
  by: z.enum(['tail', 'variance']).catch('tail'),
  tail: text,
  aversion: text,
  network: text,
  category: text,
  cell: text,
  operator: text,
  shares: text,
  among: ids,
  without: ids,
})

/** Reads a basket out of the search parameters of its URL. Nothing in a URL can make it fail. */
export function parseBasketQuery(input: unknown): { query: BasketQuery; problems: BasketProblems } {
  const given = params.catch(params.parse({})).parse(input)
  const problems: BasketProblems = {}
  function figure<value>(field: BasketField, usual: value, read: (text: string) => value): value {
    if (given[field] === '') return usual
    try {
      return read(given[field])
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      problems[field] = error.message
      return usual
    }
  }
  const usual = basketDefaults
  const cap = (kind: CapKind) => figure(kind, usual.caps[kind], (it) => parsePercent(it, 0, 100))
  return {
    query: {
      budget: figure('budget', usual.budget, readBudget),
      hold: given.hold,
      objective: given.by,
      tail: figure('tail', usual.tail, (it) => parsePercent(it, 0, 100)),
      aversion: figure('aversion', usual.aversion, readAversion),
      caps: {
        network: cap('network'),
        category: cap('category'),
        cell: cap('cell'),
        operator: cap('operator'),
      },
      whole: given.shares !== '1',
      among: given.among,
      without: given.without ?? [],
    },
    problems,
  }
}

function readBudget(text: string): UsdUnits {
  const budget = parseUnitsExact(text.replace(/^\$/, ''), 6)
  if (budget < 1_000_000n || budget > MOST_BUDGET)
    throw new InvalidInputError('A budget is one dollar to a thousand million.')
  return budget
}

function readAversion(text: string): number {
  const value = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= 0 && value <= 100)) throw new InvalidInputError('Risk aversion is a figure from 0 to 100.')
  return value
}

/** The search parameters of a basket, all fields written, so that a form can follow them. */
export function basketParams(query: BasketQuery): URLSearchParams {
  const search = new URLSearchParams()
  search.set('budget', formatUnitsExact(query.budget, 6))
  search.set('hold', query.hold)
  search.set('by', query.objective)
  search.set('tail', `${query.tail}`)
  search.set('aversion', `${query.aversion}`)
  for (const kind of capKinds) search.set(kind, `${query.caps[kind]}`)
  search.set('shares', query.whole ? '0' : '1')
  if (query.among) search.set('among', query.among.join(','))
  if (query.without.length > 0) search.set('without', query.without.join(','))
  return search
}

/** The search parameters of a basket without what is usual; no question mark. */
export function basketSearch(query: BasketQuery, changes: Partial<BasketQuery> = {}): string {
  const search = basketParams({ ...query, ...changes })
  for (const [name, value] of basketParams(basketDefaults))
    if (search.get(name) === value) search.delete(name)
  return search.toString().replaceAll('%2C', ',')
}

/** The address of a basket. */
export function basketHref(query: BasketQuery, changes: Partial<BasketQuery> = {}): string {
  const search = basketSearch(query, changes)
  return search ? `/market/basket?${search}` : '/market/basket'
}
