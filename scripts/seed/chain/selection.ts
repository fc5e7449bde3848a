import { RELAY_NETWORK } from '../data'
import { seedShare } from './accounts'

const LISTED = 0.34
const SOLD = 0.13
/** Of the devices that nobody lists, those sold once in the demonstration's past. */
const TRADED = { relay: 0.08, other: 0.5 }

/** Whether the owner of this device lists it: about a third do. */
export function isListed(name: string): boolean {
  return seedShare('listed', name) < LISTED
}

/** Whether a demonstration buyer takes the listing: about one in eight. */
export function isSold(name: string): boolean {
  return isListed(name) && seedShare('sold', name) < SOLD
}

/** Whether it changed hands once so that the networks have sales to their record: some do in each, few of the relays. */
export function isTraded({ name, network }: { name: string; network: string }): boolean {
  const share = network === RELAY_NETWORK ? TRADED.relay : TRADED.other
  return !isListed(name) && seedShare('traded', name) < share
}
