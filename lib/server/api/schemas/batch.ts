import { z } from 'zod'
import { registration } from './challenge'
import { address, hash, moment } from './values'

const count = z.int().nonnegative()

export const registrationBatch = z
  .strictObject({
    id: z.uuid(),
    name: z.string().describe('name of the file, or of what was pasted'),
    owner: address,
    createdAt: moment,
    rows: count,
    counts: z
      .strictObject({ refused: count, waiting: count, proven: count, minted: count, expired: count })
      .describe(
        'refused: wrong in the file; waiting: for the device; proven: for its transaction; minted: on chain; expired: past its deadline without',
      ),
    challengesUrl: z.url(),
    proofsUrl: z.url(),
  })
  .meta({ id: 'RegistrationBatch', description: 'Many devices given in one file, and how far they are.' })

const { types, primaryType, domain, message } = registration.shape.typedData.shape

export const batchChallenges = z
  .strictObject({
    id: z.uuid(),
    owner: address,
    proofsUrl: z.url().describe('where the devices’ answers go'),
    types,
    primaryType,
    domain,
    challenges: z.array(
      z.strictObject({
        line: z.int().positive().describe('line of the file'),
        deviceId: hash,
        metadata: registration.shape.metadata,
        message,
      }),
    ),
  })
  .meta({
    id: 'BatchChallenges',
    description: 'EIP-712 JSON of what each waiting device signs; what they share stands once.',
  })

export const proofFates = z
  .strictObject({
    proofs: z.array(
      z.strictObject({
        line: z.int().positive(),
        isProven: z.boolean(),
        reason: z.string().nullable().describe('why it was not taken'),
      }),
    ),
  })
  .meta({ id: 'ProofFates', description: 'What became of each answer.' })
