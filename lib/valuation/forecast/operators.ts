/** Months that must be known up to an origin: operators are forecast from their third month on. */
export const OPERATOR_HISTORY = 3

export const OPERATOR_FOLDS = 8

/** The fold an operator belongs to: its number modulo the folds, so that it is never scored with its own fit. */
export function operatorFold(operator: string): number {
  return Number(/(\d+)$/.exec(operator)?.[1] ?? 0) % OPERATOR_FOLDS
}
