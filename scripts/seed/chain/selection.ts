import { seedShare } from './accounts'

const LISTED = 0.34
const SOLD = 0.13

/** Whether the owner of this device lists it: about a third do. */
export function isListed(name: string): boolean {
  return seedShare('listed', name) < LISTED
}

/** Whether a demonstration buyer takes the listing: about one in eight. */
export function isSold(name: string): boolean {
  return isListed(name) && seedShare('sold', name) < SOLD
}
