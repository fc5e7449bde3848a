import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainStyle } from './figure-style'
import { readFigureStyle } from './read-figure-style'
import { writeFigure, writeShort } from './write-figure'

const locales = [
  'en-US', 'en-GB', 'en-IN', 'en-ZA', 'de-DE', 'de-CH', 'de-AT', 'fr-FR', 'fr-CH', 'fr-CA', 'es-ES', 'es-MX', 'pt-BR',
  'pt-PT', 'it-IT', 'nl-NL', 'da-DK', 'sv-SE', 'nb-NO', 'fi-FI', 'pl-PL', 'cs-CZ', 'hu-HU', 'ro-RO', 'ru-RU', 'uk-UA',
  'tr-TR', 'el-GR', 'he-IL', 'ar-EG', 'fa-IR', 'hi-IN', 'bn-BD', 'th-TH', 'vi-VN', 'id-ID', 'ja-JP', 'ko-KR', 'zh-CN',
  'zh-TW',
] as const // biome-ignore format: a list of names

/** What Intl writes, with our minus and without the marks of direction. */
const clean = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, '').replace('-', '−')

test('the plain way is what Intl does for en-US', () => {
  expect(readFigureStyle('en-US')).toEqual(plainStyle)
})

test.each(locales)('figures in %s are Intl’s', (locale) => {
  const style = readFigureStyle(locale)
  const tag = `${locale}-u-nu-latn`
  const plain = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 2 })
  const theirs = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 })
  const rounded = new Intl.NumberFormat('en-US', { useGrouping: false, maximumSignificantDigits: 3 })
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 })
  fc.assert(
    fc.property(fc.double({ min: -1e14, max: 1e14, noNaN: true }), (value) => {
      const small = value / 1e6
      for (const figure of [value, small]) {
        expect(writeFigure(plain.format(figure), style)).toBe(signless(clean(theirs.format(figure))))
        if (!manyPlurals.has(locale))
          expect(writeShort(rounded.format(figure), style)).toBe(signless(clean(compact.format(figure))))
      }
    }),
    { numRuns: 200, seed: 7 },
  )
})

/** Where the word of an abbreviation differs with its figure: ours is the word for most. */
const manyPlurals = new Set<string>(['ar-EG'])

/** Intl keeps the sign of what it rounds to nothing. */
const signless = (text: string) => (/[1-9]/.test(text) ? text : text.replace('−', ''))

test('a style is small enough to travel with each page', () => {
  for (const locale of locales) expect(JSON.stringify(readFigureStyle(locale)).length).toBeLessThan(400)
})
