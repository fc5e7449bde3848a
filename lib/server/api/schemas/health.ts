import { z } from 'zod'

const part = <shape extends z.ZodRawShape>(statuses: z.ZodEnum, shape: shape) =>
  z.strictObject({ status: statuses, sentence: z.string(), ...shape })

export const health = z
  .strictObject({
    status: z.enum(['ok', 'away']).describe('away: at least one part does not serve; answered with 503'),
    parts: z.strictObject({
      database: part(z.enum(['ok', 'away']), {}),
      node: part(z.enum(['ok', 'away']), { block: z.int().nonnegative().nullable() }),
      indexer: part(z.enum(['ok', 'behind', 'away', 'unknown']), {
        block: z.int().nonnegative().nullable().describe('newest block read'),
        blocksBehind: z.int().nonnegative().nullable(),
      }),
    }),
  })
  .meta({ id: 'Health', description: 'Whether the parts we stand on serve, each with a sentence.' })

export type Health = z.input<typeof health>
