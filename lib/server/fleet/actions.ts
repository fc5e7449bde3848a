'use server'

import { signedInAction } from '../action'
import { createFleetMove, createFleetMoves, fleetMoveInput, fleetMovesInput } from './create-fleet-move'

/** Begins a move of the signed-in owner's device to another network; the device must sign it within a day. */
export const moveDevice = signedInAction(fleetMoveInput, createFleetMove)

/** Begins several moves; each device must sign its own within a day. */
export const moveDevices = signedInAction(fleetMovesInput, createFleetMoves)
