'use server'

import { publicAction } from '../action'
import { postOrder as post, postOrderInput } from './post-order'
import { postOrders as postMany, postOrdersInput } from './post-orders'
import { prepareBacking as back, prepareBackingInput } from './prepare-backing'
import { prepareCancel as cancel, prepareCancelInput } from './prepare-cancel'
import { prepareCancelAll as cancelAll, prepareCancelAllInput } from './prepare-cancel-all'
import { prepareCancelMany as cancelMany, prepareCancelManyInput } from './prepare-cancel-many'
import { prepareFill as fill, prepareFillInput } from './prepare-fill'
import { prepareListings as listMany, prepareListingsInput } from './prepare-listings'
import { prepareListing as list, prepareItemOffer as offer, prepareOrderInput } from './prepare-order'

/*
 * Nobody signs in for these: an order is worth what its signature is worth, and the rest only reads the chain.
 */

/** Terms → the listing to sign, with fee, net proceeds and what must be approved. */
export const prepareListing = publicAction(prepareOrderInput, list)

/** Terms of many → the listings to sign at once, each with its own result. */
export const prepareListings = publicAction(prepareListingsInput, listMany)

/** Terms → the item offer to sign. */
export const prepareItemOffer = publicAction(prepareOrderInput, offer)

/** A signed order → its place in the market. */
export const postOrder = publicAction(postOrderInput, post)

/** Signed orders → what came of each. */
export const postOrders = publicAction(postOrdersInput, postMany)

/** Order and account → the transactions that fill it, or why it cannot be filled. */
export const prepareFill = publicAction(prepareFillInput, fill)

/** Order and signer → the transactions that take it back. */
export const prepareCancel = publicAction(prepareCancelInput, cancel)

/** Signer → the transaction that takes back all it has signed. */
export const prepareCancelAll = publicAction(prepareCancelAllInput, cancelAll)

/** Order and signer → the approval that brings it back into the market. */
export const prepareBacking = publicAction(prepareBackingInput, back)

/** Orders of one signer → the transaction that takes them all back. */
export const prepareCancelMany = publicAction(prepareCancelManyInput, cancelMany)
