import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Mapping, mapAnswer } from './mapping'
import { valueAt } from './pointer'

const readAt = new Date('2024-03-05T06:07:08Z')
const mapping: Mapping = {
  rows: '/data/months',
  network: { is: 'helium-iot' },
  period: { at: '/when', as: 'YYYY-MM', span: 'month' },
  publishedAt: '/published',
  figures: { rewards_usd: '/paid/usd', active_nodes: '/nodes', token_price_usd: '/price' },
}
const answer = (...months: unknown[]) => ({ data: { months } })

test('a row becomes an observation for each figure that is mapped', () => {
  const row = {
    when: '2024-01',
    published: '2024-02-03T00:00:00Z',
    paid: { usd: '12.50' },
    nodes: 7,
    price: 0,
  }
  const of = {
    network: 'helium-iot',
    span: 'month',
    period: '2024-01-01',
    knownAt: new Date('2024-02-03T00:00:00Z'),
  }
  expect(mapAnswer(answer(row), mapping, readAt)).toEqual({
    refused: [],
    observations: [
      { ...of, measure: 'rewards_usd', value: '12.50' },
      { ...of, measure: 'active_nodes', value: '7' },
      // a price of 0 was rounded away
      { ...of, measure: 'token_price_usd', value: undefined },
    ],
  })
})

test('a broken row is left out and named; its neighbours stand', () => {
  const { observations, refused } = mapAnswer(
    answer({ when: '2024-02-31' }, { when: '2024-01', paid: { usd: -1 } }, null, { when: '2024-02' }),
    mapping,
    readAt,
  )
  expect(refused).toEqual([
    { place: 'row 1', reason: 'Its period is not YYYY-MM.' },
    { place: 'row 2', reason: 'Its rewards_usd is not a figure of at least zero.' },
    { place: 'row 3', reason: 'Its period is not YYYY-MM.' },
  ])
  expect(observations).toHaveLength(3)
  expect(observations.every(({ value, knownAt }) => value === undefined && knownAt === readAt)).toBe(true)
})

test.each([
  ['YYYY-MM-DD', 'day', '2024-02-29', '2024-02-29'],
  ['YYYY-MM-DD', 'month', '2024-02-29', '2024-02-01'],
  ['YYYY-MM-DD', 'day', '2023-02-29', undefined],
  ['YYYY-MM', 'day', '2024-02', undefined],
  ['unix', 'day', 1_709_164_799, '2024-02-28'],
  ['unix-ms', 'day', 1_709_164_800_000, '2024-02-29'],
  ['unix', 'day', 1_709_164_800_000, undefined],
  ['unix', 'day', '1709164800', undefined],
] as const)('a period as %s by the %s: %s', (as, span, when, period) => {
  const { observations } = mapAnswer(
    [{ when }],
    { ...mapping, rows: '', period: { at: '/when', as, span } },
    readAt,
  )
  expect(observations[0]?.period).toBe(period)
})

test.each([
  ['2024-02-29T23:30:00Z', '2024-02-29'],
  ['2024-02-29T23:30:00-05:00', '2024-03-01'],
  ['2024-03-01T01:00:00+02:00', '2024-02-29'],
  // without an offset it would be another day on another machine
  ['2024-03-01T01:00:00', undefined],
  ['2024-02-30T01:00:00Z', undefined],
] as const)('a moment’s day is UTC’s: %s', (when, period) => {
  const { observations } = mapAnswer(
    [{ when }],
    { ...mapping, rows: '', period: { at: '/when', as: 'moment', span: 'day' } },
    readAt,
  )
  expect(observations[0]?.period).toBe(period)
})

test.each([
  ['2024-02-03', '2024-02-03T00:00:00.000Z'],
  ['2024-02-03T01:30:00+02:00', '2024-02-02T23:30:00.000Z'],
  [undefined, readAt.toISOString()],
  [null, readAt.toISOString()],
  ['2024-02-03T01:30:00', undefined],
  ['3 Feb 2024', undefined],
  ['1', undefined],
  [1_706_918_400, undefined],
] as const)('a date of publication is a day or a moment with its offset: %s', (published, knownAt) => {
  const { observations } = mapAnswer(answer({ when: '2024-01', published }), mapping, readAt)
  expect(observations[0]?.knownAt.toISOString()).toBe(knownAt)
})

test('a figure in a smaller unit is moved by its decimals, exactly', () => {
  const { observations, refused } = mapAnswer(
    [{ when: '2024-01', wei: '123456789012345678901234567890', cents: 1250, price: '2.5E3' }],
    {
      ...mapping,
      rows: '',
      figures: {
        reward_tokens: { at: '/wei', decimals: 18 },
        rewards_usd: { at: '/cents', decimals: 2 },
        token_price_usd: { at: '/price', decimals: 4 },
      },
    },
    readAt,
  )
  expect(refused).toEqual([])
  // as PostgreSQL's numeric reads them: 123456789012.345678901234567890, 12.50, 0.25
  expect(observations.map(({ value }) => value)).toEqual([
    '123456789012345678901234567890e-18',
    '1250e-2',
    '2.5e-1',
  ])
})

test('a network goes by the endpoint’s name for it, or by ours', () => {
  const rows = [{ of: 'Helium IOT' }, { of: 'render' }, { of: 'Nobody' }, { of: 'toString' }, { of: 7 }]
  const { observations, refused } = mapAnswer(
    rows.map((row) => ({ ...row, when: '2024-01' })),
    {
      ...mapping,
      rows: '',
      network: { at: '/of', names: { 'Helium IOT': 'helium-iot' } },
      figures: { active_nodes: '/n' },
    },
    readAt,
  )
  expect(observations.map(({ network }) => network)).toEqual(['helium-iot', 'render'])
  expect(refused.map(({ place }) => place)).toEqual(['row 3', 'row 4', 'row 5'])
})

test('whatever an endpoint answers, the answer is read or refused by a sentence', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (whole, row) => {
      for (const given of [whole, answer(row)])
        try {
          for (const { value, period } of mapAnswer(given, mapping, readAt).observations) {
            expect(period).toMatch(/^20\d\d-\d\d-01$/)
            if (value !== undefined) expect(Number(value)).toBeGreaterThanOrEqual(0)
          }
        } catch (error) {
          expect(error).toMatchObject({ name: 'SourceAnswerError' })
        }
    }),
    { seed: 20_240_607 },
  )
})

test('a pointer leads as RFC 6901, section 5 says', () => {
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, ' ': 7 }
  const expected: [string, unknown][] = [
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/ ', 7],
    ['/foo/01', undefined],
    ['/foo/length', undefined],
    ['/toString', undefined],
  ]
  for (const [pointer, value] of expected) expect(valueAt(document, pointer)).toEqual(value)
})
