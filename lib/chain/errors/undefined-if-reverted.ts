import { revertDataOf } from './decode-revert'

/** The outcome of a read, or undefined where the contract refused it (a token that does not exist). */
export async function undefinedIfReverted<value>(read: Promise<value>): Promise<value | undefined> {
  try {
    return await read
  } catch (error) {
    if (revertDataOf(error) === undefined) throw error
    return undefined
  }
}
