import { type FigureStyle, plainStyle } from './figure-style'

/** Where the way of writing comes from: asked at each figure, so that each reader has their own. */
export type LocaleSource = () => FigureStyle | undefined

/* Bundlers make several copies of a module; what they share stands under a registered symbol. */
const KEY = Symbol.for('hotswap.locale-source')
const shared = globalThis as { [KEY]?: LocaleSource | undefined }

/** Installs what tells the reader's way of writing figures, once for a process or a page. Undefined takes it off. */
export function setLocaleSource(source: LocaleSource | undefined): void {
  shared[KEY] = source
}

/** How figures are written for whoever is answered now; the plain way where nothing tells. */
export function figureStyle(): FigureStyle {
  return shared[KEY]?.() ?? plainStyle
}
