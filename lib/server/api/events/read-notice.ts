import { z } from 'zod'

/** A `RangeNotice` of the indexer, as PostgreSQL carries it. */
const notice = z
  .object({
    head: z.int().nonnegative(),
    hash: z.string().regex(/^0x[0-9a-f]{64}$/),
    time: z.number().transform((seconds) => new Date(seconds * 1000).toISOString()),
    undoneTo: z.int().nonnegative().optional(),
    kinds: z.array(z.string()),
    positions: z.array(z.int().positive()),
    orders: z.array(z.string()),
    partial: z.boolean(),
  })
  .transform(({ undoneTo, ...rest }) => ({ ...rest, ...(undoneTo !== undefined && { undoneTo }) }))

/** Undefined for what is no notice: anyone with the database's password may announce anything. */
export function readNotice(text: string | undefined): z.output<typeof notice> | undefined {
  try {
    return notice.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
