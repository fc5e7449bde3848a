import { z } from 'zod'

/** What a refusal looks like: problem details (RFC 9457) around our own `Failure`. */
export const problem = z
  .strictObject({
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    error: z.strictObject({
      name: z.string().describe('Name of the refusal; match on this, never on the sentence.'),
      message: z.string().describe('One clear sentence.'),
      retryable: z.boolean().describe('Whether sending the same thing again can help.'),
      fields: z
        .record(z.string(), z.string())
        .optional()
        .describe('Field → sentence, where input was refused.'),
      details: z.record(z.string(), z.unknown()).optional().describe('Facts for machines.'),
    }),
  })
  .meta({ id: 'Problem', description: 'A refusal: problem details (RFC 9457). Nothing was changed.' })
