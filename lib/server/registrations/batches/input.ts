import { z } from 'zod'
import { hexSchema } from '../../input'
import { MOST_CHARACTERS } from './columns'

export const batchInput = z.object({
  /** name of the file, or of what was pasted */
  name: z.string().trim().max(120).default('Pasted rows'),
  text: z
    .string('The file is missing.')
    .min(1, 'The file is empty.')
    .max(MOST_CHARACTERS, `The file is larger than ${MOST_CHARACTERS / 1_000} kB; split it.`),
})

export const batchIdInput = z.object({ id: z.uuid('This is not the id of a file.') })

/** What is minted next; `again` tries rows the chain left out before. */
export const mintInput = batchIdInput.extend({ again: z.boolean().default(false) })

/** Answers taken at once. */
export const MOST_PROOFS = 250

/** Many devices' answers, each by the line of its row; the key is the one the row names. */
export const proofsInput = z.object({
  proofs: z
    .array(z.object({ line: z.int().positive(), signature: hexSchema(65) }))
    .min(1, 'Give at least one proof.')
    .max(MOST_PROOFS, `At most ${MOST_PROOFS} proofs at once.`),
})
