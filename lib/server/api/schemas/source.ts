import { z } from 'zod'
import { hash } from './values'

/** Where on chain a figure can be checked. */
export const logSource = z
  .strictObject({ block: z.int().nonnegative(), logIndex: z.int().nonnegative(), transaction: hash })
  .meta({
    id: 'LogSource',
    description:
      'The log a figure was decoded from. A block after the `final` one of the Hotswap-Head header can still be undone.',
  })

/** Who published a figure. */
export const publication = z
  .string()
  .min(1)
  .meta({ id: 'Publication', description: 'Who published the figure, and in which version.' })
