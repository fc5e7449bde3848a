'use server'

import { signedInAction } from '../action'
import { createChallenge as challenge } from './create-challenge'
import { createReassignment as reassign } from './create-reassignment'
import { challengeInput, reassignmentInput } from './input'

/** Begins a registration for the signed-in owner; the answer says what the device must sign and where to post it. */
export const createChallenge = signedInAction(challengeInput, challenge)

/** Begins the move of a position's device to another network, place or document. */
export const createReassignment = signedInAction(reassignmentInput, reassign)
