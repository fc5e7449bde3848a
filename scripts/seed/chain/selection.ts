import { RELAY_NETWORK } from '../data'
import { seedShare } from './accounts'
import { BUYERS } from './fund-buyers'

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

/** Of the listed devices of a network, those that somebody bids for; of the others that are not sold. */
const BID_ON = { listed: 0.3, other: 0.06 }
/** Of the devices bid for, those that a second buyer bids for. */
const OUTBID = 0.3

/**
 * Who bids for what: buyers, by number. Of each network's listed devices the first so many in an order of their own, so that
 * every network has at least one with two sides; of the others a few. What was bought since is left out, and nobody else
 * steps in.
 * @param held positions that their first owners still hold
 * @param planned all devices of the seed
 */
export function biddersOf<held extends { name: string; network: string }>(
  held: readonly held[],
  planned: readonly { name: string; network: string }[],
): Map<held, number[]> {
  const listed = new Map<string, string[]>()
  for (const { name, network } of planned)
    if (isListed(name) && !isSold(name)) listed.set(network, [...(listed.get(network) ?? []), name])
  const chosen = new Set(
    [...listed.values()].flatMap((names) =>
      names
        .sort((a, b) => seedShare('bid for', a) - seedShare('bid for', b))
        .slice(0, Math.ceil(BID_ON.listed * names.length)),
    ),
  )
  const isBidFor = (device: held) =>
    isListed(device.name)
      ? chosen.has(device.name)
      : !isTraded(device) && seedShare('bid for', device.name) < BID_ON.other
  return new Map(held.filter(isBidFor).map((device) => [device, buyersOf(device.name)]))
}

function buyersOf(name: string): number[] {
  const first = Math.floor(BUYERS * seedShare('bidder', name))
  const step = 1 + Math.floor((BUYERS - 1) * seedShare('second bidder', name))
  return seedShare('outbid', name) < OUTBID ? [1 + first, 1 + ((first + step) % BUYERS)] : [1 + first]
}
