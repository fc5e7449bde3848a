import { z } from 'zod'
import {
  DEFAULT_SETTINGS,
  engineSettingsSchema,
  givenEngineInputsSchema,
} from '@/lib/valuation/engine/inputs'
import { receiptSchema } from '@/lib/valuation/engine/receipt'
import { receiptSealSchema } from '@/lib/valuation/engine/signed-receipt'
import { moment, positionId } from './values'

/** Months of paths in all networks that one call may ask for: about a quarter of a second of one core. */
export const MAX_PATH_MONTHS = 2_000_000

const TOO_MUCH = `Paths × months × networks come to more than ${MAX_PATH_MONTHS.toLocaleString('en')}; ask for fewer.`

export const valuationBody = z
  .strictObject({
    inputs: givenEngineInputsSchema.describe(
      'What a value depends on; each figure with its source and a note. Rates are per year and continuously compounded unless said otherwise. Jumps that are not given are none.',
    ),
    settings: engineSettingsSchema
      .describe('Seed and numbers of paths: with the inputs, all that a value depends on.')
      .default(DEFAULT_SETTINGS),
  })
  .refine(
    ({ inputs: { horizon, moves }, settings: { paths, policyPaths } }) =>
      (paths + 2 * policyPaths) * horizon.value * (1 + moves.length) <= MAX_PATH_MONTHS,
    { path: ['settings', 'paths'], message: TOO_MUCH },
  )

export const receipt = receiptSchema.meta({
  id: 'Receipt',
  description: 'A valuation that anyone can recompute. Figures are US cents, as text.',
})

export const storedReceipt = z
  .strictObject({
    id: z.uuid(),
    position: positionId,
    computedAt: moment,
    staleSince: moment
      .nullable()
      .describe('when its inputs were first seen to have changed; null: they stand'),
    receipt,
    seal: receiptSealSchema
      .nullable()
      .describe(
        'The valuer’s EIP-712 signature and what it needs beside the receipt; null where nobody signed.',
      ),
  })
  .meta({
    id: 'StoredReceipt',
    description:
      'A stored valuation’s receipt. `npm run receipt:check` recomputes it and checks the signature.',
  })
