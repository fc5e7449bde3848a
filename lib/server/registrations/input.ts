import { z } from 'zod'
import { isCell } from '@/lib/chain/cell'
import { keyTypes } from '@/lib/chain/ids'
import { hash32Schema, hexSchema } from '../input'

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'At most 31 lower-case letters, digits and hyphens.')

const line = (label: string, most: number) =>
  z
    .string(`${label} is missing.`)
    .trim()
    .min(1, `${label} is missing.`)
    .max(most, `${label} has at most ${most} characters.`)

/** What a position says of its device. No other field is taken, so that nothing private lands in a public record. */
export const metadataSchema = z.strictObject({
  name: line('The name', 80),
  hardware: line('The hardware', 80),
  operator: line('The operator', 80).optional(),
  demonstration: z.boolean().default(false),
  note: line('The note', 280).optional(),
})

const terms = {
  network: slug,
  model: slug,
  /** public place; required where the network depends on it, absent where it does not */
  cell: z
    .string()
    .toLowerCase()
    .refine(isCell, 'This is not an H3 cell of resolution 5.')
    .nullish()
    .transform((cell) => cell ?? null),
  /** salted commitment to the exact place; the salt stays with the operator */
  placeCommitment: hash32Schema.nullish().transform((commitment) => commitment ?? null),
  metadata: metadataSchema,
}

export const challengeInput = z.object(terms)

export const reassignmentInput = z.object({ ...terms, positionId: z.number().int().positive() })

export type Terms = z.output<typeof challengeInput>

/** A device's answer to a challenge. */
export const proofInput = z.object({
  key: z.object({ keyType: z.enum(keyTypes), x: hash32Schema, y: hash32Schema }),
  signature: hexSchema(65),
})

export type Proof = z.output<typeof proofInput>

export const idInput = z.object({ id: z.uuid('This is not the id of a challenge.') })
