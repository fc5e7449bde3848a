export { createIndexer, type Indexer, type IndexerOptions } from './indexer'
export { refreshOrderState } from './orders/refresh-order-state'
export { type Simulation, simulateOrder } from './orders/simulate-order'
export { CHANNEL, type RangeNotice } from './store/notify-range'
