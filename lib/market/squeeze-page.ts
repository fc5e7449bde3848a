/** Float listed against demand of a network, as it was counted last, and by day. */
export type SqueezePage = {
  latest: {
    supply: number
    listed: number
    bidders: number
    sales: number
    watchers: number
    /** demand for each listing; null where nothing is listed */
    pressure: number | null
    since: Date | null
    computedAt: Date
  }
  /** the highest pressure of each UTC day, oldest first; null for a day on which nothing was listed or nothing counted */
  days: { day: string; value: number | null }[]
}
