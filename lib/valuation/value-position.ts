import { InvalidInputError } from '@/lib/core/errors'
import { CLOSED_FORM_MODEL, closedForm } from './closed-form'
import { type ValuationInputs, valuationInputsSchema } from './inputs'
import type { Valuation } from './valuation'

/** Name and version of the model behind the door: new figures for the same inputs need a new name. */
export const VALUATION_MODEL = CLOSED_FORM_MODEL

/**
 * What a position is worth: the one door to the valuation model, whichever stands behind it.
 * @throws InvalidInputError naming each input outside its range
 */
export function valuePosition(inputs: ValuationInputs): Valuation {
  const parsed = valuationInputsSchema.safeParse(inputs)
  if (!parsed.success)
    throw new InvalidInputError('The inputs of the valuation are not usable.', {
      cause: parsed.error,
      fields: Object.fromEntries(
        parsed.error.issues.map((issue) => [issue.path.map(String).join('.'), issue.message]),
      ),
    })
  return closedForm(parsed.data)
}
