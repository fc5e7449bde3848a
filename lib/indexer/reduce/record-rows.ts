import type { dollarTransfers, orderEvents, sales } from '@/db/schema'
import type { ChainEvent } from '../events'
import { type LedgerRow, ledgerRow } from './ledger-row'
import { type FillContracts, readFills } from './read-fills'
import type { BlockEvents, Fill } from './state'

export type SaleRow = typeof sales.$inferSelect
export type OrderEventRow = typeof orderEvents.$inferSelect

export type TransferRow = typeof dollarTransfers.$inferSelect

/** The append-only rows of a run of blocks. */
export type RecordRows = {
  ledger: LedgerRow[]
  sales: SaleRow[]
  orderEvents: OrderEventRow[]
  transfers: TransferRow[]
}

/**
 * The public record of blocks: ledger, sales, order events and movements of dollars. Pure.
 * @param networkOf the network a position worked for before these blocks
 */
export function recordRows(
  contracts: FillContracts,
  blocks: readonly BlockEvents[],
  lookup: {
    networkOf: (positionId: number) => string | undefined
    positionOfOrder: (orderHash: string) => number | undefined
  },
): RecordRows {
  const rows: RecordRows = { ledger: [], sales: [], orderEvents: [], transfers: [] }
  const networks = new Map<number, string>()
  for (const { header, events } of blocks) {
    const time = new Date(header.timestamp * 1000)
    for (const group of transactions(events)) {
      const fills = readFills(contracts, group)
      for (const event of group) {
        if (event.type === 'registered' || event.type === 'reassigned')
          networks.set(event.positionId, event.network)
        const ownFills = fills.filter((fill) => fill.event === event)
        const row = ledgerRow(event, time, ownFills[0], lookup.positionOfOrder)
        if (row) rows.ledger.push(row)
        for (const fill of ownFills)
          if (fill.primary && fill.price > 0n)
            rows.sales.push(
              saleRow(fill, time, networks.get(fill.positionId) ?? lookup.networkOf(fill.positionId)),
            )
        const orderEvent = orderEventRow(event)
        if (orderEvent) rows.orderEvents.push(orderEvent)
        const transfer = transferRow(event, time)
        if (transfer) rows.transfers.push(transfer)
      }
    }
  }
  return rows
}

/** Runs of events of one transaction, in order. */
function transactions(events: readonly ChainEvent[]): ChainEvent[][] {
  const groups: ChainEvent[][] = []
  for (const event of events) {
    const last = groups.at(-1)
    if (last?.[0]?.transactionHash === event.transactionHash) last.push(event)
    else groups.push([event])
  }
  return groups
}

function saleRow(fill: Fill, time: Date, network: string | undefined): SaleRow {
  const { blockNumber, logIndex, transactionHash, orderHash } = fill.event
  const { positionId, seller, buyer, price, fee } = fill
  const place = { blockNumber, logIndex, transactionHash, orderHash, time }
  return { ...place, positionId, seller, buyer, price, fee, network: network ?? 'unknown' }
}

const orderEventKinds = {
  order_filled: 'filled',
  order_cancelled: 'cancelled',
  order_validated: 'validated',
} as const

function orderEventRow(event: ChainEvent): OrderEventRow | undefined {
  if (!('orderHash' in event)) return undefined
  const { blockNumber, logIndex, orderHash } = event
  return { blockNumber, logIndex, orderHash, kind: orderEventKinds[event.type] }
}

function transferRow(event: ChainEvent, time: Date): TransferRow | undefined {
  if (event.type !== 'dollars_moved' || event.amount === 0n) return undefined
  const { blockNumber, logIndex, transactionHash, from, to, amount } = event
  return { blockNumber, logIndex, transactionHash, time, sender: from, recipient: to, amount }
}
