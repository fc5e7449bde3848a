import { HotswapError, UnavailableError } from '@/lib/core/errors'

/** The node did not answer in time, or answered with an error of its own. Asking again helps. */
export class NodeUnavailableError extends UnavailableError {
  override readonly name = 'NodeUnavailableError'
}

/** The node's answer contradicts itself, a hash or an earlier answer. Asking again helps, or another node does. */
export class NodeAnswerError extends HotswapError {
  override readonly name = 'NodeAnswerError'
  constructor(message: string, options: ConstructorParameters<typeof HotswapError>[1] = {}) {
    super(message, { retryable: true, ...options })
  }
}

/** The chain changed while it was being read; the next pass starts from what stands now. */
export class ChainMovedError extends HotswapError {
  override readonly name = 'ChainMovedError'
  constructor(message: string, options: ConstructorParameters<typeof HotswapError>[1] = {}) {
    super(message, { retryable: true, ...options })
  }
}

/** Another process wrote to this database in between; the next pass starts from what it left. */
export class StalePlanError extends HotswapError {
  override readonly name = 'StalePlanError'
  constructor(message: string, options: ConstructorParameters<typeof HotswapError>[1] = {}) {
    super(message, { retryable: true, ...options })
  }
}

/** The database belongs to another chain, or to other contracts. Nothing was changed; a person must decide. */
export class WrongChainError extends HotswapError {
  override readonly name = 'WrongChainError'
}

/** The chain was reorganised below the finality line. Nothing was changed; a person must decide. */
export class ReorgTooDeepError extends HotswapError {
  override readonly name = 'ReorgTooDeepError'
}

/** Proven events contradict the state in the database (a transfer from someone who owns nothing). Nothing was changed. */
export class InvariantError extends HotswapError {
  override readonly name = 'InvariantError'
}
