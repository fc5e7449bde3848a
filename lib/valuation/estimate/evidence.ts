/** One month of a network's public figures; null is unknown. */
export type NetworkMonth = {
  /** YYYY-MM */
  month: string
  rewardTokens: number | null
  tokenPriceUsd: number | null
  rewardsUsd: number | null
  activeNodes: number | null
}

export type DailyPrice = { day: string; priceUsd: number }

/** One month of one operator's fleet. */
export type OperatorMonth = {
  operator: string
  /** YYYY-MM */
  month: string
  nodes: number
  rewardsUsd: number
  /** running cost of one node, USD per month, as published */
  costUsd: number | null
  costUsdLow: number | null
  costUsdHigh: number | null
}

export type Assumption = { subject: string; value: number; unit: string; note: string }

/** What is known about a network, whichever of its devices is valued. Months and days ascend. */
export type NetworkEvidence = {
  slug: string
  token: string
  months: readonly NetworkMonth[]
  /** empty where no daily prices are known */
  dailyPrices: readonly DailyPrice[]
  /** every operator's months; empty where the network publishes totals alone */
  operators: readonly OperatorMonth[]
}

/** What is known about one device. */
export type DeviceEvidence = {
  /** the operator whose published history is this device's own, if any */
  operator: string | null
  /** days with heartbeats, and the share of their time the device was in service */
  uptime: { days: number; share: number } | null
}
