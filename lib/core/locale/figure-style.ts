/** The order in which a day, its month and its year are written. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd'

/** What stands before a figure and after it. */
export type Affixes = readonly [before: string, after: string]

/** From this many whole digits on: so many zeros are left out, and this stands around the rest. */
export type ShortStep = readonly [digits: number, zeros: number, ...Affixes]

/**
 * How figures are written for one locale: everything that differs between locales, as plain data. The server takes it
 * from its own Intl and sends it along with the page, so that a browser whose locale data are older or newer writes the
 * same figure in the same way. Digits are Latin ones everywhere.
 */
export type FigureStyle = {
  /** BCP 47 tag */
  locale: string
  decimal: string
  group: string
  /** digits of the last group, of the groups before it, and the least that must stand before the first separator */
  groups: readonly [last: number, others: number, least: number]
  /** around an amount of dollars */
  money: Affixes
  /** around a percentage */
  share: Affixes
  /** abbreviations of large figures, ascending */
  short: readonly ShortStep[]
  day: DayOrder
}

/** How figures are written for nobody in particular: files, the API, images, messages, and readers who ask for nothing. */
export const plainStyle: FigureStyle = {
  locale: 'en-US',
  decimal: '.',
  group: ',',
  groups: [3, 3, 1],
  money: ['$', ''],
  share: ['', '%'],
  short: [
    [4, 3, '', 'K'],
    [7, 6, '', 'M'],
    [10, 9, '', 'B'],
    [13, 12, '', 'T'],
  ],
  day: 'mdy',
}
