import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidInputError } from '../errors'
import { plainStyle } from './figure-style'
import { readFigureStyle } from './read-figure-style'
import { readTyped, writeTyped } from './read-typed'
import { writeFigure } from './write-figure'

const styles = Object.fromEntries(
  ['en-US', 'de-DE', 'fr-FR', 'en-IN', 'pt-BR', 'ja-JP', 'de-CH', 'es-ES', 'sv-SE'].map((it) => [
    it,
    readFigureStyle(it),
  ]),
)

test.each([
  ['en-US', '1234.50', '1234.50'],
  ['en-US', ' $1,234.5 ', '1234.5'],
  ['en-US', '1,234', '1234'],
  ['en-US', '−2.5 %', '-2.5'],
  ['de-DE', '1234,50', '1234.50'],
  ['de-DE', '1.234,50 $', '1234.50'],
  ['de-DE', '1.234.567', '1234567'],
  ['de-DE', '1234.5', '1234.5'],
  ['de-DE', '84.20', '84.20'],
  ['de-DE', '0.125', '0.125'],
  ['de-DE', '1234.567', '1234.567'],
  ['de-DE', '1,234', '1.234'],
  ['fr-FR', '1 234,50', '1234.50'],
  ['fr-FR', '1\u202f234,50\u00a0$', '1234.50'],
  ['fr-FR', '1.234', '1.234'],
  ['en-IN', '12,34,567.5', '1234567.5'],
  ['pt-BR', '$\u00a01.234,50', '1234.50'],
  ['de-CH', "1'234.50", '1234.50'],
  ['ja-JP', '1,234', '1234'],
])('in %s, %s is %s', (locale, text, plain) => {
  expect(readTyped(text, styles[locale])).toBe(plain)
})

test.each([
  ['de-DE', '1.234', '“1.234” can be read in two ways: write 1234 or 1,234.'],
  ['pt-BR', '$ 12.000', '“$ 12.000” can be read in two ways: write 12000 or 12,000.'],
  ['en-US', '1,5', '“1,5” is not a figure; write it as 1234.50.'],
  ['de-DE', '1,2,3', '“1,2,3” is not a figure; write it as 1234,50.'],
  ['de-DE', '12.34,5', '“12.34,5” is not a figure; write it as 1234,50.'],
  ['en-IN', '1,234,567', '“1,234,567” is not a figure; write it as 1234.50.'],
  ['en-US', '1.', '“1.” is not a figure; write it as 1234.50.'],
  ['en-US', '.5', '“.5” is not a figure; write it as 1234.50.'],
  ['en-US', '1e3', '“1e3” is not a figure; write it as 1234.50.'],
])('in %s, %s is refused in one sentence', (locale, text, sentence) => {
  expect(() => readTyped(text, styles[locale])).toThrow(new InvalidInputError(sentence))
})

const figure = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.stringMatching(/^[0-9]{0,6}$/))
  .map(([whole, fraction]) => `${whole}${fraction && `.${fraction}`}`)

test.each(Object.keys(styles))('what is written in %s reads back the same', (locale) => {
  const style = styles[locale] ?? plainStyle
  fc.assert(
    fc.property(figure, (plain) => {
      expect(readTyped(writeTyped(plain, style), style)).toBe(plain)
      const shown = writeFigure(plain, style, style.money)
      // a whole number of thousands in points is the one figure of ours that cannot be typed back
      if (style.group === '.' && /^\d{4,6}$/.test(plain))
        expect(() => readTyped(shown, style)).toThrow(InvalidInputError)
      else expect(readTyped(shown, style)).toBe(plain)
    }),
    { seed: 3 },
  )
})

test('anything else is refused by its type, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(styles)), (text, style) => {
      try {
        expect(readTyped(text, style)).toMatch(/^-?\d+(\.\d+)?$/)
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInputError)
      }
    }),
    { seed: 5 },
  )
})
