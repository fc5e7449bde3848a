'use server'

import { publicAction } from '../action'
import { preparePurchase as prepare, preparePurchaseInput } from './prepare-purchase'

/** Listings and account → the one transaction that buys them, and which of them are gone. Nobody signs in: it only reads. */
export const preparePurchase = publicAction(preparePurchaseInput, prepare)
