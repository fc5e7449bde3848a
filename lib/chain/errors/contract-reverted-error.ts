import { ConflictError } from '@/lib/core/errors'

/** The chain refused a call in a way that has no better class; `details.revert` names the contract's error. */
export class ContractRevertedError extends ConflictError {
  override readonly name: string = 'ContractRevertedError'
  constructor(revert: string, message: string, details: Record<string, unknown> = {}) {
    super(message, { details: { revert, ...details } })
  }
}
