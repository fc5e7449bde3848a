/** A move of the plan that its owner may begin. */
export type MoveToStart = {
  account: string
  positionId: number
  name: string
  network: { slug: string; name: string }
  models: readonly { slug: string; name: string }[]
  orders: { listings: number; offers: number }
  lacksPlace: boolean
}

/** Moves from one network to another, the best first. */
export type ManyToStart = Pick<MoveToStart, 'account' | 'network' | 'models'> & {
  moves: readonly Pick<MoveToStart, 'positionId' | 'orders' | 'lacksPlace'>[]
  /** of the plan on this way: may be more than the moves told */
  devices: number
}
