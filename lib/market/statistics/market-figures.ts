/** What the market knows of a network, or of all, at a moment; dollars are floats, since these are statistics. */
export type MarketFigures = {
  scope: string
  positions: number
  demonstrations: number
  listed: number
  /** mean share of their last complete days that devices were in service, and how many have one */
  uptime: number | null
  uptimeDevices: number
  /** cheapest listing, and what buys all up to a tenth above it */
  floorUsd: number | null
  depthUsd: number | null
  depthListings: number
  sales: number
  /** sales of the last thirty days */
  recentSales: number
  /** sales of the last ninety days, which the wash tests judge, and those of them that they mark */
  testedSales: number
  markedSales: number
  /** seconds, the median */
  timeToSale: number | null
  timedSales: number
  /** median of positions with both an ask and a bid */
  spread: number | null
  spreadPositions: number
  /** Σ share² of positions over owners and over cells */
  hhiOwner: number | null
  owners: number
  hhiCell: number | null
  cells: number
  placed: number
  /** sums over the newest valuations, in dollars */
  premiumUsd: number | null
  valueUsd: number | null
  valued: number
}
