/** What every failure carries to the person who meets it, in a form that crosses the network. */
export type Failure = {
  /** The error's class name; match on this, never on the message. */
  name: string
  /** One clear sentence. */
  message: string
  /** Whether trying the same thing again can help. */
  retryable: boolean
  /** Field name → sentence, where the input of a form was refused. */
  fields?: Record<string, string>
  /** Machine-readable facts (which part changed, which order). JSON-safe values only. */
  details?: Record<string, unknown>
}

export type ErrorOptions = {
  cause?: unknown
  retryable?: boolean
  fields?: Record<string, string>
  details?: Record<string, unknown>
}

/**
 * Base of all errors Hotswap raises on purpose. Subclasses set `name`; callers match by class
 * (`instanceof`) on one side of the network and by `Failure.name` on the other.
 */
export class HotswapError extends Error {
  override readonly name: string = 'HotswapError'
  readonly retryable: boolean
  readonly fields?: Record<string, string>
  readonly details?: Record<string, unknown>

  constructor(message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.retryable = options.retryable ?? false
    if (options.fields) this.fields = options.fields
    if (options.details) this.details = options.details
  }

  toFailure(): Failure {
    return {
      name: this.name,
      message: this.message,
      retryable: this.retryable,
      ...(this.fields && { fields: this.fields }),
      ...(this.details && { details: this.details }),
    }
  }
}

/** The input broke a rule that the sender can mend. */
export class InvalidInputError extends HotswapError {
  override readonly name: string = 'InvalidInputError'
}

/** The thing named does not exist here. */
export class NotFoundError extends HotswapError {
  override readonly name: string = 'NotFoundError'
}

/** The action needs a signed-in person, or another one. */
export class NotAllowedError extends HotswapError {
  override readonly name: string = 'NotAllowedError'
}

/** The action was right, but the world has moved on (already registered, already filled). */
export class ConflictError extends HotswapError {
  override readonly name: string = 'ConflictError'
}

/** A part we depend on (database, node) does not answer; trying again may help. */
export class UnavailableError extends HotswapError {
  override readonly name: string = 'UnavailableError'
  constructor(message: string, options: ErrorOptions = {}) {
    super(message, { retryable: true, ...options })
  }
}
