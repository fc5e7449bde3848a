import type { Address, Hex } from 'viem'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { localAccount, localAccounts } from '@/lib/chain/deploy/local-accounts'
import type { Deployment } from '@/lib/chain/deployment'
import { type DeviceSecret, deviceSecretFromSeed } from '@/lib/chain/device'
import { seaportAbi } from '@/lib/chain/seaport/abi'
import type { SignedOrder } from '@/lib/chain/seaport/order-components'
import { createNode, type Node } from './node'
import type { Random } from './random'

export type PostedOrder = SignedOrder & { hash: Hex; kind: 'listing' | 'item_offer'; positionId: number }

/** What operations act on and with. Everything they decide by comes from the seed and the chain. */
export type World = {
  node: Node
  deployment: Deployment
  random: Random
  contracts: {
    positions: { address: Address; abi: typeof devicePositionsAbi }
    dollar: { address: Address; abi: typeof testDollarAbi }
    seaport: { address: Address; abi: typeof seaportAbi }
  }
  accounts: ReturnType<typeof localAccount>[]
  actors: Address[]
  attester: ReturnType<typeof localAccount>
  /** devices ever made up; those whose registration was undone register again */
  devices: DeviceSecret[]
  newDevice: () => DeviceSecret
  posted: PostedOrder[]
  post: (order: PostedOrder) => Promise<void>
  /** Unix seconds of the next block */
  time: number
  supply: () => Promise<number>
  ownerOf: (positionId: number) => Promise<Address>
}

/** Actors are the unlocked accounts 3–9 of the local chain: few, so that they get into each other's way. */
const ACTORS = [3, 4, 5, 6, 7, 8, 9]

export function createWorld(
  options: Pick<World, 'deployment' | 'random' | 'post' | 'time'> & { rpcUrl: string; name: string },
): World {
  const { deployment } = options
  const node = createNode(options.rpcUrl)
  const contracts = {
    positions: { address: deployment.positions, abi: devicePositionsAbi },
    dollar: { address: deployment.dollar, abi: testDollarAbi },
    seaport: { address: deployment.seaport, abi: seaportAbi },
  }
  const accounts = ACTORS.map(localAccount)
  const devices: DeviceSecret[] = []
  return {
    node,
    deployment,
    random: options.random,
    contracts,
    accounts,
    actors: accounts.map((account) => account.address),
    attester: localAccount(localAccounts.attester),
    devices,
    newDevice: () => {
      const keyType = options.random.chance(0.5) ? 'p256' : 'secp256k1'
      const device = deviceSecretFromSeed(keyType, `hotswap-chaos:${options.name}:${devices.length}`)
      devices.push(device)
      return device
    },
    posted: [],
    post: options.post,
    time: options.time,
    supply: async () => Number(await node.read(contracts.positions, 'totalSupply', [])),
    ownerOf: async (positionId) =>
      (await node.read(contracts.positions, 'ownerOf', [BigInt(positionId)])) as Address,
  }
}
