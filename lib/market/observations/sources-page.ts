import type { Settled } from './settle'

/** A source as its page shows it. */
export type SourceRow = {
  slug: string
  kind: 'csv' | 'json' | 'contract'
  title: string
  rank: number
  /** figures known, by network, measure and period */
  figures: number
  networks: number
  /** newest period it has a figure of */
  newest: string | undefined
  readAt: Date | undefined
  failure: string | undefined
  /** rows of the last reading that were not what they should be */
  leftOut: { count: number; first: { place: string; reason: string }[] } | undefined
}

export type SourcesPage = {
  sources: SourceRow[]
  /** figures that were revised, or that another source contradicts, newest knowledge first */
  disputed: Settled[]
}
