/** A figure of an experiment: its name in the address, in words, and its range. */
export type Knob = {
  key: string
  label: string
  hint?: string
  unit?: string
  min: number
  max: number
  step: number
  initial: number
  /** values shown multiplied, as percent */
  isShare?: boolean
  /** the slider moves by factors, for figures of many sizes */
  isLog?: boolean
}

export type Knobs<K extends string = string> = Record<K, number>

type Query = Record<string, string | string[] | undefined>

/** Figures from an address; what is missing or out of its range is as at first. */
export function readKnobs(knobs: readonly Knob[], query: Query): Knobs {
  return Object.fromEntries(
    knobs.map(({ key, min, max, initial }) => {
      const text = query[key]
      const value = typeof text === 'string' && text !== '' ? Number(text) : Number.NaN
      return [key, value >= min && value <= max ? value : initial]
    }),
  )
}

/**
 * The address's query for figures: those as at first stay out of it.
 * @param kept part of the query that is not a knob's and stays: "of=storage"
 */
export function writeKnobs(knobs: readonly Knob[], values: Knobs, kept = ''): string {
  const query = new URLSearchParams()
  for (const { key, initial } of knobs) {
    const value = values[key]
    if (value !== undefined && value !== initial) query.set(key, String(value))
  }
  const text = [kept, query.toString()].filter(Boolean).join('&')
  return text === '' ? '' : `?${text}`
}
