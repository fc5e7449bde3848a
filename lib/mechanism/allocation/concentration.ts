export type Concentration = {
  /** Herfindahl–Hirschman index, Σ share²: 1 all in one place, 1/k evenly over k */
  index: number
  /** 1 / index: as concentrated as this many equal places */
  equalPlaces: number
  /** largest share and where it is */
  largest: { group: string; share: number } | undefined
}

/** How concentrated amounts are over the groups they belong to (networks, operators, cells, sites). */
export function concentration(amounts: Iterable<readonly [group: string, amount: number]>): Concentration {
  const byGroup = new Map<string, number>()
  let total = 0
  for (const [group, amount] of amounts) {
    if (!(amount > 0)) continue
    byGroup.set(group, (byGroup.get(group) ?? 0) + amount)
    total += amount
  }
  if (total === 0) return { index: 0, equalPlaces: 0, largest: undefined }
  const shares = [...byGroup].map(([group, amount]) => ({ group, share: amount / total }))
  const index = shares.reduce((sum, { share }) => sum + share * share, 0)
  return { index, equalPlaces: 1 / index, largest: shares.reduce((a, b) => (b.share > a.share ? b : a)) }
}
