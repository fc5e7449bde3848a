/** Something the chain said of a position that decides who earns with it, and where. */
export type TenureChange = {
  positionId: number
  /** Unix second of its block */
  at: number
  /** the owner from then on, where it changed */
  owner?: string
  /** the network it works for from then on, where it changed */
  network?: string
}

/** One account's uninterrupted time with a position in one network: Unix seconds, `from` included, `to` not. */
export type Tenure = { positionId: number; account: string; network: string; from: number; to: number }

/**
 * Who held which position in which network between two moments. Pure.
 *
 * A change counts from the second of its block on: that second is the new owner's. Of several in one second the last
 * stands. Before its registration a position is nobody's. The tenures of a position touch and never overlap.
 *
 * @param changes in the order of the chain; those at or after `to` are passed over
 * @returns by position, then by time
 */
export function tenuresBetween(changes: readonly TenureChange[], from: number, to: number): Tenure[] {
  const byPosition = new Map<number, TenureChange[]>()
  for (const change of changes) {
    const own = byPosition.get(change.positionId)
    if (own) own.push(change)
    else byPosition.set(change.positionId, [change])
  }
  return [...byPosition]
    .sort(([a], [b]) => a - b)
    .flatMap(([positionId, own]) => tenuresOf(positionId, own, from, to))
}

function tenuresOf(positionId: number, changes: readonly TenureChange[], from: number, to: number): Tenure[] {
  const tenures: Tenure[] = []
  let owner: string | undefined
  let network: string | undefined
  let since = from
  const end = (at: number) => {
    if (owner !== undefined && network !== undefined && at > since) {
      const last = tenures.at(-1)
      if (last?.account === owner && last.network === network && last.to === since) last.to = at
      else tenures.push({ positionId, account: owner, network, from: since, to: at })
    }
    since = Math.max(since, at)
  }
  for (const change of changes) {
    if (change.at >= to) break
    end(change.at)
    owner = change.owner ?? owner
    network = change.network ?? network
  }
  end(to)
  return tenures
}
