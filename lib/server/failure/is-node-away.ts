import {
  HttpRequestError,
  InternalRpcError,
  LimitExceededRpcError,
  TimeoutError,
  WebSocketRequestError,
} from 'viem'
import { causes } from './causes'

const awayErrors = [
  HttpRequestError,
  WebSocketRequestError,
  TimeoutError,
  LimitExceededRpcError,
  InternalRpcError,
]

/** Whether the chain's node did not answer, or answered that it cannot now; false when it answered no (a revert). */
export function isNodeAway(error: unknown): boolean {
  for (const cause of causes(error)) if (awayErrors.some((type) => cause instanceof type)) return true
  return false
}
