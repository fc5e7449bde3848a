import type { Operation } from '../operation'
import { getBatchChallenges } from './get-batch-challenges'
import { getHealth } from './get-health'
import { getNetwork } from './get-network'
import { getNetworkStatistics } from './get-network-statistics'
import { getOrder } from './get-order'
import { getPosition } from './get-position'
import { getPositionCredential } from './get-position-credential'
import { getReassignment } from './get-reassignment'
import { getRegistration } from './get-registration'
import { getRegistrationBatch } from './get-registration-batch'
import { getRewardFile } from './get-reward-file'
import { getValuation } from './get-valuation'
import { listLedger } from './list-ledger'
import { listNetworks } from './list-networks'
import { listObservations } from './list-observations'
import { listOrders } from './list-orders'
import { listPositions } from './list-positions'
import { listRewardEpochs } from './list-reward-epochs'
import { listSales } from './list-sales'
import { postBatchProofs } from './post-batch-proofs'
import { postHeartbeats } from './post-heartbeats'
import { postOrder } from './post-order'
import { postReassignmentProof } from './post-reassignment-proof'
import { postRegistrationProof } from './post-registration-proof'
import { postValuation } from './post-valuation'
import { streamEvents } from './stream-events'

/** Every operation of the public API, in the order of its document. */
export const operations: readonly Operation[] = [
  listPositions,
  getPosition,
  getPositionCredential,
  listOrders,
  getOrder,
  postOrder,
  getValuation,
  postValuation,
  listNetworks,
  getNetwork,
  getNetworkStatistics,
  listObservations,
  listSales,
  listLedger,
  listRewardEpochs,
  getRewardFile,
  streamEvents,
  getRegistration,
  postRegistrationProof,
  getRegistrationBatch,
  getBatchChallenges,
  postBatchProofs,
  getReassignment,
  postReassignmentProof,
  postHeartbeats,
  getHealth,
]
