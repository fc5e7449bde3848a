'use server'

import { signedInAction } from '../../action'
import { createBatch as create } from './create-batch'
import { batchIdInput, batchInput, mintInput } from './input'
import { nextMint as next } from './next-mint'
import { renewBatch as renew } from './renew-batch'

/** Takes a file of devices for the signed-in owner; the answer is the id of its page. */
export const createBatch = signedInAction(batchInput, create)

/** The next transaction that mints proven rows. */
export const nextMint = signedInAction(mintInput, (context, { id, again }) => next(context, id, again))

/** New challenges for rows whose old one expired, another try for rows the chain left out. */
export const renewBatch = signedInAction(batchIdInput, (context, { id }) => renew(context, id))
