import { ConflictError, InvalidInputError, NotAllowedError } from '@/lib/core/errors'

/** The reported hour lies in the future, or ended more than two days ago. */
export class ClockSkewError extends InvalidInputError {
  override readonly name = 'ClockSkewError'
}

/** The device has no position here, so nobody can be paid for its report. */
export class UnknownDeviceError extends NotAllowedError {
  override readonly name = 'UnknownDeviceError'
}

/** The signature is not the named device's over this report. */
export class WrongSignatureError extends NotAllowedError {
  override readonly name = 'WrongSignatureError'
}

/** The same report is here already; nothing more is needed. */
export class ReplayError extends ConflictError {
  override readonly name = 'ReplayError'
}

/** The device signed another report for the same hour; both are kept as evidence. */
export class ContradictionError extends ConflictError {
  override readonly name = 'ContradictionError'
}
