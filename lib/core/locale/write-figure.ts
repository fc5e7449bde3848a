import type { Affixes, FigureStyle } from './figure-style'

/** U+2212, as wide as a plus; a hyphen is not a minus. */
const MINUS = '−'

/**
 * A plain decimal ("-1234.5") as a locale writes it ("−1.234,5").
 *
 * @param text digits, a point, a sign: what Intl writes for en-US without groups
 * @param around what stands before and after it; the sign stands outermost
 */
export function writeFigure(text: string, style: FigureStyle, around: Affixes = ['', '']): string {
  // what is rounded to nothing has no sign
  const sign = /^-[^1-9]*0[^1-9]*$/.test(text)
    ? ''
    : text.startsWith('-')
      ? MINUS
      : text.startsWith('+')
        ? '+'
        : ''
  const [whole = '', fraction] = text.replace(/^[+-]/, '').split('.')
  const point = fraction === undefined ? '' : style.decimal + fraction
  return sign + around[0] + group(whole, style) + point + around[1]
}

/** Splits whole digits into groups: "1,234,567", "12,34,567", and "1234" where a single digit is not set off. */
function group(digits: string, { group, groups: [last, others, least] }: FigureStyle): string {
  if (group === '' || digits.length < last + least) return digits
  const parts = [digits.slice(-last)]
  for (let rest = digits.slice(0, -last); rest !== ''; rest = rest.slice(0, -others))
    parts.unshift(rest.slice(-others))
  return parts.join(group)
}

/**
 * A plain decimal that is rounded already, abbreviated as a locale does it: "1230000" is "1.23M", "1,23 Mio." or "12.3L".
 * Like Intl's, its whole part is grouped from five digits on.
 */
export function writeShort(text: string, style: FigureStyle, around: Affixes = ['', '']): string {
  const digits = text.replace(/^[+-]/, '').split('.')[0]?.length ?? 0
  const step = style.short.findLast(([least]) => digits >= least)
  const [last, others, least] = style.groups
  const loose = { ...style, groups: [last, others, Math.max(least, 2)] as const }
  if (!step) return writeFigure(text, loose, around)
  const [, zeros, before, after] = step
  return writeFigure(shiftPoint(text, zeros), loose, [around[0] + before, after + around[1]])
}

/** "1230000" with its point six places to the left is "1.23". */
function shiftPoint(text: string, places: number): string {
  if (places === 0) return text
  const [whole = '', fraction = ''] = text.split('.')
  const rest = (whole.slice(-places) + fraction).replace(/0+$/, '')
  return whole.slice(0, -places) + (rest && `.${rest}`)
}
