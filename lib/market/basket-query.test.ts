import fc from 'fast-check'
import { expect, it } from 'vitest'
import { basketDefaults, basketHref, basketParams, parseBasketQuery } from './basket-query'

const reread = (search: string) => parseBasketQuery(Object.fromEntries(new URLSearchParams(search)))

it('reads back what it writes, short or whole', () => {
  const query = {
    ...basketDefaults,
    budget: 1_234_500_000n,
    hold: '12',
    objective: 'variance',
    aversion: 3.5,
    caps: { network: 25, category: 100, cell: 10, operator: 0 },
    whole: false,
    among: [3, 5],
    without: [9],
  } as const
  const mutable = { ...query, among: [3, 5], without: [9] }
  expect(reread(basketHref(mutable).split('?')[1]!)).toEqual({ query, problems: {} })
  expect(reread(basketParams(mutable).toString()).query).toEqual(query)
  expect(basketHref(basketDefaults)).toBe('/market/basket')
})

it('says what is wrong with a figure and goes on with the usual one', () => {
  const { query, problems } = parseBasketQuery({ budget: 'ten', tail: '120', aversion: '-1', network: '30' })
  expect(query).toEqual({ ...basketDefaults, caps: { ...basketDefaults.caps, network: 30 } })
  expect(Object.keys(problems)).toEqual(['budget', 'tail', 'aversion'])
})

it('takes any URL', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('budget', 'hold', 'by', 'tail', 'cell', 'among', 'without', 'shares'),
        fc.oneof(fc.string(), fc.array(fc.string())),
      ),
      (input) => {
        const { query } = parseBasketQuery(input)
        expect(query.budget).toBeGreaterThan(0n)
        expect(reread(basketParams(query).toString()).query).toEqual(query)
      },
    ),
  )
})
