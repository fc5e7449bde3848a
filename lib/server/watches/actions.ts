'use server'

import { signedInAction } from '../action'
import { readUpToInput, watchInput, watchOfInput } from './input'
import { markRead as mark, watchOf as read, setWatch as set } from './set-watch'

/** Sets what the signed-in account wants to be told of a position; rules that ask nothing end the watch. */
export const setWatch = signedInAction(watchInput, set)

/** `{ positionId }` → the rules, or null. */
export const watchOf = signedInAction(watchOfInput, read)

/** `{ seq }`: every notification up to it is read. */
export const markRead = signedInAction(readUpToInput, mark)
