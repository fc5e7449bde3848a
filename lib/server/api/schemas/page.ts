import { z } from 'zod'

/** Query parameters every list takes. */
export const pageQuery = {
  limit: z.coerce
    .number('The limit is a number, 1 to 100.')
    .int()
    .min(1, 'The limit is a number, 1 to 100.')
    .max(100, 'The limit is a number, 1 to 100.')
    .default(50)
    .describe('Rows on a page.'),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,400}$/, 'This is not a cursor of ours.')
    .optional()
    .describe('The `next` of the page before. It belongs to the same filters and order.'),
}

/** One page of a list. */
export function pageOf<row extends z.ZodType>(row: row, id: string) {
  return z
    .strictObject({
      data: z.array(row),
      next: z.string().nullable().describe('Cursor of the next page; null on the last one.'),
    })
    .meta({ id, description: 'A page of a list.' })
}
