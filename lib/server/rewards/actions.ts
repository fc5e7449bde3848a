'use server'

import { publicAction } from '../action'
import { prepareClaim as claim, prepareClaimInput } from './prepare-claim'

/** Account → the transaction that pays it everything due; undefined when nothing is. Anyone may send it. */
export const prepareClaim = publicAction(prepareClaimInput, claim)
