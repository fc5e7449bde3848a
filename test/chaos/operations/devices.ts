import { type Hex, keccak256, stringToHex, zeroHash } from 'viem'
import {
  publicKeyOf,
  reassignCall,
  reassignmentDigest,
  registerCall,
  registrationDigest,
  signDigest,
} from '@/lib/chain/device'
import { deviceId, toShortString } from '@/lib/chain/ids'
import type { World } from '../world'

const NETWORKS = ['helium-iot', 'hivemapper', 'dimo', 'render', 'relay'] as const
const CELLS = [0n, 0x85283473fffffffn, 0x851f1d4bfffffffn]
const FAR = 2n ** 40n

function facts({ random }: World) {
  return {
    network: toShortString(random.pick(NETWORKS)),
    model: toShortString(`model-${random.between(1, 4)}`),
    cell: random.pick(CELLS),
    place: random.chance(0.5) ? zeroHash : keccak256(stringToHex(`place ${random.between(1, 1000)}`)),
    metadata: keccak256(stringToHex(`metadata ${random.between(1, 1000)}`)),
  }
}

async function proven<claim>(world: World, digest: Hex, claim: claim, device: World['devices'][number]) {
  return {
    claim,
    key: publicKeyOf(device),
    deviceSignature: signDigest(device, digest),
    attester: world.attester.address,
    attesterSignature: await world.attester.sign({ hash: digest }),
  }
}

/** Registers a device: a new one, or now and then one that may have lost its registration to a reorganisation. */
export async function register(world: World): Promise<void> {
  const { random, deployment, node, actors } = world
  const device =
    world.devices.length > 0 && random.chance(0.3) ? random.pick(world.devices) : world.newDevice()
  const claim = {
    owner: random.pick(actors),
    deviceId: deviceId(publicKeyOf(device)),
    ...facts(world),
    nonce: 0n,
    deadline: FAR,
  }
  const call = registerCall(
    deployment.positions,
    await proven(world, registrationDigest(deployment, claim), claim, device),
  )
  await node.send(random.pick(actors), call.to, call.data)
}

/** Moves a device to other facts, in its owner's name. */
export async function reassign(world: World): Promise<void> {
  const { random, deployment, node, contracts } = world
  const supply = await world.supply()
  if (supply === 0) return
  const positionId = random.between(1, supply)
  const position = (await node.read(contracts.positions, 'positionOf', [BigInt(positionId)])) as {
    deviceId: Hex
  }
  const device = world.devices.find((known) => deviceId(publicKeyOf(known)) === position.deviceId)
  if (!device) return
  const owner = await world.ownerOf(positionId)
  const nonce = (await node.read(contracts.positions, 'deviceNonce', [position.deviceId])) as bigint
  const claim = { tokenId: BigInt(positionId), owner, ...facts(world), nonce, deadline: FAR }
  const digest = reassignmentDigest(deployment, claim)
  const user = await node.read(contracts.positions, 'userOf', [BigInt(positionId)])
  const tenant = world.accounts.find((account) => account.address === user)
  const call = reassignCall(
    deployment.positions,
    await proven(world, digest, claim, device),
    tenant ? await tenant.sign({ hash: digest }) : '0x',
  )
  await node.send(owner, call.to, call.data)
}
