import { describe, expect, test } from 'vitest'
import { isFiltered, marketHref, parseMarketQuery, sortHref } from './market-query'

const read = (search: string) => parseMarketQuery(Object.fromEntries(new URLSearchParams(search)))

describe('parseMarketQuery', () => {
  test('an empty URL is what can be bought now, furthest below value first', () => {
    expect(read('')).toEqual({
      problems: {},
      query: {
        search: '',
        network: undefined,
        minPrice: undefined,
        maxPrice: undefined,
        category: undefined,
        region: undefined,
        minGap: undefined,
        minYield: undefined,
        maxDays: undefined,
        minUptime: undefined,
        show: 'listed',
        view: 'list',
        sort: 'gap',
        direction: 'asc',
        cursor: undefined,
      },
    })
  })

  test('prices are exact to the token’s last decimal', () => {
    const { query } = read('min=$0.000001&max=12.5')
    expect(query.minPrice).toBe(1n)
    expect(query.maxPrice).toBe(12_500_000n)
  })

  test('a field that cannot be read is told and left out', () => {
    expect(read('min=ten').problems.min).toContain('not an amount')
    expect(read('min=0.0000001').problems.min).toContain('at most 6 decimals')
    expect(read('min=5&max=4').problems.max).toContain('below the lowest')
  })

  test('nothing in a URL makes it fail', () => {
    expect(
      parseMarketQuery({ q: ['a', 'b'], network: "x' or 1", sort: '__proto__', after: ['1~2'] }),
    ).toEqual(read(''))
    expect(parseMarketQuery({ q: 'x'.repeat(101) }).query.search).toBe('')
    expect(parseMarketQuery({ q: '\u0000car\u0007' }).query.search).toBe('car')
    expect(parseMarketQuery(null)).toEqual(read(''))
  })

  test('cursors are numbers, or infinity where a row has no key', () => {
    expect(read('after=-1.5~7').query.cursor).toEqual({ key: '-1.5', id: '7', side: 'after' })
    expect(read('before=Infinity~7').query.cursor?.side).toBe('before')
    expect(read('after=NaN~7').query.cursor).toBeUndefined()
  })
})

test('percentages and days are told where they cannot be read', () => {
  expect(read('gap=10%&yield=5&days=365&uptime=99.95').query).toMatchObject({
    minGap: 10,
    minYield: 5,
    maxDays: 365,
    minUptime: 99.95,
  })
  expect(read('yield=-5').problems.yield).toBeDefined()
  const { problems, query } = read('gap=101&yield=much&days=1.5&uptime=100.1')
  expect(Object.keys(problems).sort()).toEqual(['days', 'gap', 'uptime', 'yield'])
  expect(isFiltered(query)).toBe(false)
})

test('a link of before to everything still shows everything', () => {
  expect(read('all=1').query.show).toBe('all')
  expect(read('all=1&show=unlisted').query.show).toBe('unlisted')
})

describe('marketHref', () => {
  test('reads back as the same view', () => {
    const { query } = read(
      'q=car&network=dimo&category=mobility&region=europe&min=1.5&max=20&gap=-2.5&yield=10&days=400&uptime=99.5&show=all&view=cards&sort=reward-asc&after=3~4',
    )
    expect(read(marketHref(query, { cursor: query.cursor }).slice('/market?'.length)).query).toEqual(query)
  })

  test('a change starts at the first page, and what is usual stays out', () => {
    const { query } = read('q=car&after=3~4')
    expect(marketHref(query, { network: 'dimo' })).toBe('/market?q=car&network=dimo')
    expect(marketHref(read('sort=gap-asc').query)).toBe('/market')
  })
})

test('sorting by the sorted column turns it round, by another starts its own way', () => {
  const { query } = read('sort=price')
  expect(sortHref(query, 'price')).toBe('/market?sort=price-desc')
  expect(sortHref(query, 'reward')).toBe('/market?sort=reward-desc')
})

test('the toggle and the order are no filters', () => {
  expect(isFiltered(read('all=1&sort=price').query)).toBe(false)
  expect(isFiltered(read('max=3').query)).toBe(true)
})

test('a comma that can only be the decimals’ is theirs; one that could separate thousands is refused', () => {
  expect(parseMarketQuery({ min: '84,5', gap: '-2,5 %' })).toMatchObject({
    query: { minPrice: 84_500_000n, minGap: -2.5 },
    problems: {},
  })
  expect(parseMarketQuery({ min: '1,234' })).toMatchObject({
    query: { minPrice: undefined },
    problems: { min: '“1,234” is not an amount.' },
  })
})
