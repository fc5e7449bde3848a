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
