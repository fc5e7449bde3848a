import fc from 'fast-check'
import { expect, test } from 'vitest'
import { negotiateLocale } from './negotiate-locale'

test.each([
  ['de-DE,de;q=0.9,en;q=0.8', 'de-DE'],
  ['fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5', 'fr-CH'],
  ['en;q=0.2, pt-br ;q=0.7', 'pt-BR'],
  ['tlh, ja;q=0.5', 'ja'],
  ['de;q=0, sv', 'sv'],
  ['de-XX', 'de'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['ar-EG-u-nu-arab', 'ar-EG'],
  ['hi-IN-u-nu-deva-x-private', 'hi-IN'],
])('%s is %s', (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale)
})

test.each([
  undefined,
  '',
  '*',
  'tlh',
  'de;q=2',
  'de;q=0',
  'x'.repeat(100_000),
  ';;;,,,',
  'de_DE',
  'i-klingon',
])('nothing we know: %.20s', (header) => {
  expect(negotiateLocale(header)).toBeUndefined()
})

test('no header can make it fail, and what it names Intl knows', () => {
  const tag = fc.stringMatching(/^[a-zA-Z]{1,9}(-[a-zA-Z0-9]{1,9}){0,4}$/)
  const quality = fc.oneof(
    fc.double().map((it) => `;q=${it}`),
    fc.constant(''),
    fc.string(),
  )
  const header = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.tuple(tag, quality).map((parts) => parts.join(''))).map((parts) => parts.join(',')),
  )
  fc.assert(
    fc.property(header, (text) => {
      const locale = negotiateLocale(text)
      if (locale !== undefined) expect(Intl.NumberFormat.supportedLocalesOf(locale)).toEqual([locale])
    }),
    { seed: 11, numRuns: 500 },
  )
})
