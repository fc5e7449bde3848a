import type { Address } from 'viem'
import { z } from 'zod'
import { parseAccount } from './parse-account'

/** The `[address]` segment of a route: an address in one case or with its checksum, lower-cased. */
export const accountParams = z.object({
  address: z.string().transform((text, refused): Address => {
    const parsed = parseAccount(text)
    if ('account' in parsed) return parsed.account
    refused.addIssue({ code: 'custom', message: parsed.problem })
    return z.NEVER
  }),
})
