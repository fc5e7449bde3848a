import { type FigureStyle, plainStyle } from './figure-style'

/**
 * The way of writing that came with a page, out of its `data-figures`; the plain way where a page has none. The server
 * that wrote the page wrote it, so it is taken as it is.
 */
export function pageStyle(attribute: string | undefined): FigureStyle {
  return attribute === undefined ? plainStyle : (JSON.parse(attribute) as FigureStyle)
}
