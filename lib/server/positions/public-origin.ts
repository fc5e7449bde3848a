import { context } from '../context'

/** Where people reach us: what an address that leaves the site starts with. */
export function publicOrigin(): URL {
  return context().publicUrl
}
