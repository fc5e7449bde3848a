import { encodeFunctionData, maxUint256, parseSignature } from 'viem'
import type { World } from '../world'

const AMOUNTS = [0n, 5_000_000n, 400_000_000n, maxUint256, maxUint256, maxUint256]

const call = (world: World, functionName: string, args: readonly unknown[]) =>
  encodeFunctionData({ abi: world.contracts.dollar.abi, functionName, args } as Parameters<
    typeof encodeFunctionData
  >[0])

async function send(world: World, functionName: string, args: readonly unknown[]) {
  await world.node.send(
    world.random.pick(world.actors),
    world.deployment.dollar,
    call(world, functionName, args),
  )
}

const spender = ({ random, deployment, actors }: World) =>
  random.chance(0.8) ? deployment.seaport : random.pick(actors)

export const faucet = (world: World) =>
  send(world, 'faucet', [BigInt(world.random.between(1, 1_000)) * 1_000_000n])

export const pay = (world: World) =>
  send(world, 'transfer', [
    world.random.pick(world.actors),
    BigInt(world.random.between(0, 800)) * 1_000_000n,
  ])

export const payFor = (world: World) =>
  send(world, 'transferFrom', [
    world.random.pick(world.actors),
    world.random.pick(world.actors),
    BigInt(world.random.between(1, 20)) * 1_000_000n,
  ])

export const allow = (world: World) => send(world, 'approve', [spender(world), world.random.pick(AMOUNTS)])

/** An allowance by signature, sent by anyone. */
export async function permit(world: World): Promise<void> {
  const { random, node, contracts, deployment } = world
  const owner = random.pick(world.accounts)
  const nonce = (await node.read(contracts.dollar, 'nonces', [owner.address])) as bigint
  const message = {
    owner: owner.address,
    spender: spender(world),
    value: random.pick(AMOUNTS),
    nonce,
    deadline: 2n ** 40n,
  }
  const { r, s, yParity } = parseSignature(
    await owner.signTypedData({
      domain: {
        name: 'Test Dollar',
        version: '1',
        chainId: deployment.chainId,
        verifyingContract: deployment.dollar,
      },
      types: {
        Permit: [
          { name: 'owner', type: 'address' },
          { name: 'spender', type: 'address' },
          { name: 'value', type: 'uint256' },
          { name: 'nonce', type: 'uint256' },
          { name: 'deadline', type: 'uint256' },
        ],
      },
      primaryType: 'Permit',
      message,
    }),
  )
  await send(world, 'permit', [
    message.owner,
    message.spender,
    message.value,
    message.deadline,
    27 + yParity,
    r,
    s,
  ])
}
