import { type Expiry, readExpiry, usualExpiry } from '@/components/orders/expiry'

/** A change of price under way; kept in this browser, so that a reload goes on where it stopped. */
export type Reprice = Expiry & {
  /** the listing whose price is changed; empty while none is */
  hash: string
  /** its price in dollar-token base units, as text */
  from: string
  /** the new price as it was written */
  price: string
  /** the listings to be cancelled first have been sent to the chain */
  isCancelling: boolean
}

export const noReprice: Reprice = { hash: '', from: '0', price: '', isCancelling: false, ...usualExpiry }

export function readReprice(kept: unknown): Reprice | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { hash, from, price, isCancelling } = kept as Record<string, unknown>
  if (typeof hash !== 'string' || !/^0x[0-9a-f]{64}$/.test(hash)) return undefined
  if (typeof from !== 'string' || !/^\d{1,20}$/.test(from) || typeof price !== 'string') return undefined
  return { hash, from, price, isCancelling: isCancelling === true, ...readExpiry(kept) }
}

/** What a new price asks for: nothing but a signature when it is lower, a cancellation first when it is higher. */
export function repriceWay(from: bigint, to: bigint | undefined): 'none' | 'lower' | 'higher' {
  if (to === undefined || to === from) return 'none'
  return to < from ? 'lower' : 'higher'
}
