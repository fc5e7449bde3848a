import { type FigureStyle, plainStyle } from '@/lib/core/locale/figure-style'
import { readFigureStyle } from '@/lib/core/locale/read-figure-style'
import { negotiateLocale } from './negotiate-locale'

/** Headers that are remembered; browsers of one language send the same few. */
const MOST_HEADERS = 500

const byHeader = new Map<string, FigureStyle>()
/** as many as Intl has locales */
const byLocale = new Map<string, FigureStyle>()

/** How figures are written for whoever sends this Accept-Language; the plain way where it asks for nothing we know. */
export function styleOfHeader(header = ''): FigureStyle {
  const known = byHeader.get(header)
  if (known) return known
  const locale = negotiateLocale(header)
  const style = locale === undefined ? plainStyle : styleOf(locale)
  if (byHeader.size >= MOST_HEADERS) byHeader.clear()
  if (header.length <= 200) byHeader.set(header, style)
  return style
}

function styleOf(locale: string): FigureStyle {
  const style = byLocale.get(locale) ?? readFigureStyle(locale)
  byLocale.set(locale, style)
  return style
}
