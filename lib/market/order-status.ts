/** What the chain makes of an order at the head that was read. Expiry is judged on read, not stored. */
export const orderStatuses = [
  'open',
  'filled',
  'cancelled',
  'counter_moved',
  'not_owned',
  'not_approved',
  'no_funds',
  'state_changed',
  'signature_invalid',
] as const

export type OrderStatus = (typeof orderStatuses)[number]

/** The chain's facts that decide an order's status; gathered by the indexer, judged here. Addresses and hashes in lower case. */
export type OrderFacts = {
  kind: 'listing' | 'item_offer'
  offerer: string
  /** order's own terms */
  counter: bigint
  zoneHash: string
  bound: boolean
  /** dollars the offerer must hold and allow (item offers) */
  spend: bigint
  filled: boolean
  cancelled: boolean
  /** offerer's Seaport counter now */
  currentCounter: bigint
  positionOwner: string | undefined
  positionStateHash: string | undefined
  /** Seaport may move the offered position (listings) */
  approved: boolean
  balance: bigint
  allowance: bigint
  /** undefined for keys; for contract wallets the outcome of the last simulation */
  simulationFailed?: boolean
}

/**
 * The one judgement of an order against the chain, strongest reason first: what is for ever (filled, cancelled,
 * counter moved) before what may come back (owner, state, approval, funds). Of a bound order's state the ownership never
 * comes back, because its nonce only grows; network, metadata or user may, if they are set as they were signed.
 */
export function judgeOrder(facts: OrderFacts): OrderStatus {
  if (facts.filled) return 'filled'
  if (facts.cancelled) return 'cancelled'
  if (facts.currentCounter !== facts.counter) return 'counter_moved'
  if (facts.kind === 'listing' && facts.positionOwner !== facts.offerer) return 'not_owned'
  if (facts.bound && facts.positionStateHash !== facts.zoneHash) return 'state_changed'
  if (facts.kind === 'listing' && !facts.approved) return 'not_approved'
  if (facts.kind === 'item_offer' && (facts.balance < facts.spend || facts.allowance < facts.spend))
    return facts.balance < facts.spend ? 'no_funds' : 'not_approved'
  if (facts.simulationFailed) return 'signature_invalid'
  return 'open'
}

/** Statuses that no later block takes back, short of a reorganisation. */
export function isFinal(status: OrderStatus): boolean {
  return status === 'filled' || status === 'cancelled' || status === 'counter_moved'
}

export type OrderWindow = { startTime: Date; endTime: Date }

/** Where the head stands in an order's window: start ≤ now < end, as Seaport has it. */
export function windowAt(
  { startTime, endTime }: OrderWindow,
  now: Date,
): 'scheduled' | 'running' | 'expired' {
  if (now < startTime) return 'scheduled'
  return now < endTime ? 'running' : 'expired'
}

/** Fillable right now: open, and inside its time window at head time. */
export function isFillable(order: OrderWindow & { status: OrderStatus }, now: Date): boolean {
  return order.status === 'open' && windowAt(order, now) === 'running'
}

/** What a person is told of an order: its status, or that it is open but not in its window. */
export type OrderStanding = OrderStatus | 'scheduled' | 'expired'

/** A final status outweighs the window, the window all that may come back. */
export function standingOf(order: OrderWindow & { status: OrderStatus }, now: Date): OrderStanding {
  const window = windowAt(order, now)
  if (window === 'running' || isFinal(order.status)) return order.status
  return window === 'scheduled' && order.status !== 'open' ? order.status : window
}
