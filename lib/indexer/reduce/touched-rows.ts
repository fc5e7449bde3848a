import { type Address, zeroAddress } from 'viem'
import type { ChainEvent } from '../events'

/** The rows that must be known before the events can be reduced. Pure. */
export function touchedRows(events: readonly ChainEvent[]): { positions: number[]; balances: Address[] } {
  const positions = new Set<number>()
  const balances = new Set<Address>()
  for (const event of events) {
    if (event.type === 'dollars_moved') balances.add(event.from).add(event.to)
    else if ('positionId' in event && event.positionId !== null) positions.add(event.positionId)
  }
  balances.delete(zeroAddress)
  return { positions: [...positions], balances: [...balances] }
}
