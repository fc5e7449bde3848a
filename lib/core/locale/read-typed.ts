import { InvalidInputError } from '../errors'
import type { FigureStyle } from './figure-style'
import { figureStyle } from './locale-source'

/** What was typed could be two figures. */
export class AmbiguousFigureError extends InvalidInputError {}

/**
 * Reads a figure as a person types it, with the separators of their locale, and gives it back plain: "1.234,50" is
 * "1234.50" for a reader in de-DE. A point for the decimals is taken everywhere, unless it could separate thousands.
 * What surrounds it in our own figures ("$", "%", "+", "−") may be typed too.
 *
 * @returns digits with at most one point, and a leading "-" where one was typed
 * @throws InvalidInputError with one sentence where it is no figure
 * @throws AmbiguousFigureError likewise where it could be two
 */
export function readTyped(text: string, style: FigureStyle = figureStyle()): string {
  const { sign, figure } = bare(text)
  const mark = sameMark(style.group)
  if (mark === '.' && /^[1-9]\d{0,2}\.\d{3}$/.test(figure))
    throw new AmbiguousFigureError(
      `“${text.trim()}” can be read in two ways: write ${figure.replace('.', '')} or ${figure.replace('.', style.decimal)}.`,
    )
  const plain =
    split(figure, style.decimal, mark, style.groups) ??
    split(figure, '.', mark === '.' ? '' : mark, style.groups)
  if (plain === undefined)
    throw new InvalidInputError(
      `“${text.trim()}” is not a figure; write it as ${writeTyped('1234.50', style)}.`,
    )
  return sign + plain
}

/** What was typed, plain where it is a figure; else as it stands, for whoever judges it to refuse. */
export function plainIfFigure(text: string, style: FigureStyle = figureStyle()): string {
  try {
    return readTyped(text, style)
  } catch (error) {
    if (error instanceof InvalidInputError) return text
    throw error
  }
}

/** A plain figure as it stands in a form: the reader's mark for the decimals and no groups, so that it reads back the same. */
export function writeTyped(plain: string, style: FigureStyle = figureStyle()): string {
  return plain.replace('.', style.decimal)
}

/** Its digits and separators alone. */
function bare(text: string): { sign: '' | '-'; figure: string } {
  const [, sign = '', rest = ''] = /^([+−-]?)\s*(.*)$/su.exec(text.trim()) ?? []
  const figure = sameMark(rest.replace(/^\$\s*/, '').replace(/\s*[%$]$/, ''))
  return { sign: /[−-]/.test(sign) ? '-' : '', figure }
}

/** Whichever space or apostrophe a keyboard or a page has for separating groups is the same one here. */
function sameMark(text: string): string {
  return text.replace(/[\s\u00a0\u2009\u202f]/g, ' ').replace(/[’']/g, '’')
}

/** Digits, groups and decimals put together plainly; undefined where they do not stand like that. */
function split(
  figure: string,
  decimal: string,
  mark: string,
  groups: FigureStyle['groups'],
): string | undefined {
  const [whole = '', fraction, ...more] = figure.split(decimal)
  const digits = ungroup(whole, mark, groups)
  if (digits === undefined || more.length > 0) return undefined
  if (fraction === undefined) return digits
  return /^\d+$/.test(fraction) ? `${digits}.${fraction}` : undefined
}

function ungroup(whole: string, mark: string, [last, others]: FigureStyle['groups']): string | undefined {
  if (/^\d+$/.test(whole)) return whole
  if (mark === '') return undefined
  const parts = whole.split(mark)
  const lengthOf = (index: number) => (index === parts.length - 1 ? last : others)
  const isRight = parts.every(
    (part, index) =>
      /^\d+$/.test(part) &&
      (index === 0 ? part.length <= others && !part.startsWith('0') : part.length === lengthOf(index)),
  )
  return isRight ? parts.join('') : undefined
}
