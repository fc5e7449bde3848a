import type { KeyType } from '@/lib/chain/ids'
import type { DeviceMetadata } from '@/lib/chain/metadata-hash'
import { RELAY_NETWORK } from '../data'
import type { SeedRole } from './accounts'
import { cellOf, placeAt } from './places'

/** A device of the seed, before it has keys. */
export type PlannedDevice = {
  /** unlike any other's; its key is derived from it */
  name: string
  owner: { role: SeedRole; name: string }
  network: string
  model: string
  keyType: KeyType
  cell: string | null
  metadata: DeviceMetadata
}

const RELAYS_PER_OPERATOR = 3
const DEVICES_PER_NETWORK = 12
const OWNERS_PER_NETWORK = 4

type Model = { slug: string; name: string }
type Network = { slug: string; name: string; isPhysical: boolean; models: readonly Model[] }
type Fleet = { operator: string; nodes: number }

/**
 * The devices of the seed, in the order they are registered: of each real fleet up to three relays, larger fleets
 * first, then twelve of every other network. Both curves take turns.
 */
export function planDevices(networks: readonly Network[], fleets: readonly Fleet[]): PlannedDevice[] {
  const relay = networks.find((network) => network.slug === RELAY_NETWORK)
  const ranked = [...fleets].sort((a, b) => b.nodes - a.nodes || a.operator.localeCompare(b.operator))
  const relays = relay ? ranked.flatMap((fleet) => planRelays(relay, fleet)) : []
  const others = networks
    .filter((network) => network.slug !== RELAY_NETWORK)
    .sort((a, b) => a.slug.localeCompare(b.slug))
    .flatMap(planNetwork)
  return [...relays, ...others].map((device, index) => ({
    ...device,
    keyType: index % 2 === 0 ? 'p256' : 'secp256k1',
  }))
}

type Unkeyed = Omit<PlannedDevice, 'keyType'>

function planRelays(network: Network, { operator, nodes }: Fleet): Unkeyed[] {
  const count = Math.min(nodes, RELAYS_PER_OPERATOR)
  return numbers(count).map((number) => {
    const model = modelAt(network, number === 3 ? 1 : 0)
    return {
      name: `${operator}-${number}`,
      owner: { role: 'operator', name: operator },
      network: network.slug,
      model: model.slug,
      cell: null,
      metadata: {
        name: `Relay ${number} of ${operator}`,
        hardware: model.name,
        operator,
        demonstration: true,
        note: `Rewards and running cost are the published figures per node of ${operator}; the device and its key were made for demonstration.`,
      },
    }
  })
}

function planNetwork(network: Network, index: number): Unkeyed[] {
  return numbers(DEVICES_PER_NETWORK).map((number) => {
    const model = modelAt(network, number)
    // neighbouring networks start elsewhere, so that no city has all of them
    const place = network.isPhysical ? placeAt(index * 5 + number) : undefined
    return {
      name: `${network.slug}-${number}`,
      owner: { role: 'owner', name: `${network.slug}-${1 + (number % OWNERS_PER_NETWORK)}` },
      network: network.slug,
      model: model.slug,
      cell: place ? cellOf(place) : null,
      metadata: {
        name: place ? `${network.name} ${number}, ${place.city}` : `${network.name} ${number}`,
        hardware: model.name,
        demonstration: true,
        note: `Made for demonstration, ${place ? 'its place too' : 'as its key'}; it is paid the network’s published reward per node.`,
      },
    }
  })
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function modelAt({ slug, models }: Network, index: number): Model {
  const model = models[index % models.length]
  if (!model) throw new RangeError(`network ${slug} has no device model`)
  return model
}
