import type { Affixes, DayOrder, FigureStyle, ShortStep } from './figure-style'

/** Most whole digits that an abbreviation is looked for at; above, the last one is kept. */
const MOST_DIGITS = 15

/**
 * How Intl writes figures for a locale, as data.
 *
 * @param locale a BCP 47 tag that Intl takes
 * @example readFigureStyle('de-DE').money // ['', ' $'], with a no-break space
 */
export function readFigureStyle(locale: string): FigureStyle {
  const tag = `${locale}-u-ca-gregory-nu-latn`
  const number = new Intl.NumberFormat(tag, { minimumFractionDigits: 1 }).formatToParts(123_456_789.5)
  const groups = number.filter(({ type }) => type === 'integer').map(({ value }) => value.length)
  const few = new Intl.NumberFormat(tag).formatToParts(1234)
  const dollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const
  return {
    locale,
    decimal: partOf(number, 'decimal') ?? '.',
    group: partOf(number, 'group') ?? '',
    groups: [groups.at(-1) ?? 3, groups.at(-2) ?? 3, partOf(few, 'group') === undefined ? 2 : 1],
    money: around(new Intl.NumberFormat(tag, dollars).formatToParts(1.5)),
    share: around(new Intl.NumberFormat(tag, { style: 'percent' }).formatToParts(0.5)),
    short: shortSteps(tag),
    day: dayOrder(tag),
  }
}

function partOf(parts: readonly Intl.NumberFormatPart[], type: Intl.NumberFormatPart['type']) {
  return parts.find((part) => part.type === type)?.value
}

const isFigure = ({ type }: Intl.NumberFormatPart) => /^(integer|group|decimal|fraction)$/.test(type)

/** What surrounds the figure; marks of direction are left out, as the pages around it run left to right. */
function around(parts: readonly Intl.NumberFormatPart[]): Affixes {
  const text = (some: readonly Intl.NumberFormatPart[]) =>
    some
      .map(({ value }) => value)
      .join('')
      .replace(/[\u200e\u200f\u061c]/g, '')
  const last = parts.findLastIndex(isFigure)
  return [text(parts.slice(0, parts.findIndex(isFigure))), text(parts.slice(last + 1))]
}

function shortSteps(tag: string): ShortStep[] {
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', useGrouping: false })
  const steps: ShortStep[] = []
  for (let digits = 4; digits <= MOST_DIGITS; digits++) {
    // five of a kind: "other" wherever a language has several plurals
    const parts = compact.formatToParts(5 * 10 ** (digits - 1))
    const zeros = digits - (partOf(parts, 'integer')?.length ?? digits)
    const before = steps.at(-1)
    const [left, right] = around(parts)
    if (zeros === (before?.[1] ?? 0) && left === (before?.[2] ?? '') && right === (before?.[3] ?? ''))
      continue
    steps.push([digits, zeros, left, right])
  }
  return steps
}

function dayOrder(tag: string): DayOrder {
  const parts = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(0)
  const first = parts.find(({ type }) => type === 'day' || type === 'month' || type === 'year')?.type
  return first === 'year' ? 'ymd' : first === 'month' ? 'mdy' : 'dmy'
}
