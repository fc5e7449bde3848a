import type { Operation } from '../operation'
import { getHealth } from './get-health'
import { getNetwork } from './get-network'
import { getOrder } from './get-order'
import { getPosition } from './get-position'
import { getReassignment } from './get-reassignment'
import { getRegistration } from './get-registration'
import { listLedger } from './list-ledger'
import { listNetworks } from './list-networks'
import { listOrders } from './list-orders'
import { listPositions } from './list-positions'
import { listSales } from './list-sales'
import { postHeartbeats } from './post-heartbeats'
import { postOrder } from './post-order'
import { postReassignmentProof } from './post-reassignment-proof'
import { postRegistrationProof } from './post-registration-proof'
import { streamEvents } from './stream-events'

/** Every operation of the public API, in the order of its document. */
export const operations: readonly Operation[] = [
  listPositions,
  getPosition,
  listOrders,
  getOrder,
  postOrder,
  listNetworks,
  getNetwork,
  listSales,
  listLedger,
  streamEvents,
  getRegistration,
  postRegistrationProof,
  getReassignment,
  postReassignmentProof,
  postHeartbeats,
  getHealth,
]
