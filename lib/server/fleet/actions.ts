'use server'

import { signedInAction } from '../action'
import { createFleetMove, fleetMoveInput } from './create-fleet-move'

/** Begins a move of the signed-in owner's device to another network; the device must sign it within a day. */
export const moveDevice = signedInAction(fleetMoveInput, createFleetMove)
