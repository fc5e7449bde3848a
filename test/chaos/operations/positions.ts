import { type Address, encodeFunctionData, zeroAddress } from 'viem'
import { positionsDomain, surrenderTypes } from '@/lib/chain/typed-data'
import type { World } from '../world'

/** A position and its owner, or nothing while there is none. */
export async function anyPosition(world: World): Promise<{ id: number; owner: Address } | undefined> {
  const supply = await world.supply()
  if (supply === 0) return undefined
  const id = world.random.between(1, supply)
  return { id, owner: await world.ownerOf(id) }
}

const call = (world: World, functionName: string, args: readonly unknown[]) =>
  encodeFunctionData({ abi: world.contracts.positions.abi, functionName, args } as Parameters<
    typeof encodeFunctionData
  >[0])

async function asOwner(
  world: World,
  act: (id: bigint, owner: Address) => Promise<unknown[]> | unknown[],
  name: string,
) {
  const position = await anyPosition(world)
  if (!position) return
  const args = await act(BigInt(position.id), position.owner)
  await world.node.send(position.owner, world.deployment.positions, call(world, name, args))
}

export const transfer = (world: World) =>
  asOwner(world, (id, owner) => [owner, world.random.pick(world.actors), id], 'transferFrom')

/** A single-token approval: to Seaport, to someone, or withdrawn. */
export const approve = (world: World) =>
  asOwner(
    world,
    (id) => [
      world.random.pick([
        world.deployment.seaport,
        world.deployment.seaport,
        world.random.pick(world.actors),
        zeroAddress,
      ]),
      id,
    ],
    'approve',
  )

export async function setOperator(world: World): Promise<void> {
  const { random, deployment, actors } = world
  const operator = random.chance(0.8) ? deployment.seaport : random.pick(actors)
  const data = call(world, 'setApprovalForAll', [operator, random.chance(0.7)])
  await world.node.send(random.pick(actors), deployment.positions, data)
}

/** A lease; refused by the contract while one runs. */
export const setUser = (world: World) =>
  asOwner(
    world,
    (id) => [
      id,
      world.random.pick([...world.actors, zeroAddress]),
      world.random.pick([0n, BigInt(world.time + 30), BigInt(world.time + 3_000), 2n ** 64n - 1n]),
    ],
    'setUser',
  )

/** Ends or changes a lease with its user's consent. */
export async function setUserWithConsent(world: World): Promise<void> {
  const { node, contracts, deployment, random } = world
  const position = await anyPosition(world)
  if (!position) return
  const tokenId = BigInt(position.id)
  const user = (await node.read(contracts.positions, 'userOf', [tokenId])) as Address
  const tenant = world.accounts.find((account) => account.address === user)
  if (!tenant) return
  const nonce = (await node.read(contracts.positions, 'surrenderNonce', [tokenId])) as bigint
  const message = {
    tokenId,
    user,
    newUser: random.pick([...world.actors, zeroAddress]),
    newExpires: BigInt(world.time + random.between(0, 500)),
    nonce,
    deadline: 2n ** 40n,
  }
  const signature = await tenant.signTypedData({
    domain: positionsDomain(deployment.chainId, deployment.positions),
    types: surrenderTypes,
    primaryType: 'Surrender',
    message,
  })
  const args = [tokenId, message.newUser, message.newExpires, message.deadline, signature]
  await node.send(position.owner, deployment.positions, call(world, 'setUserWithConsent', args))
}

export async function setFlags(world: World): Promise<void> {
  const position = await anyPosition(world)
  if (!position) return
  const flags = world.random.pick([0, 1, 2 ** 32 - 1])
  await world.node.send(
    world.attester.address,
    world.deployment.positions,
    call(world, 'setFlags', [BigInt(position.id), flags]),
  )
}
