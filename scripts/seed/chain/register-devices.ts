import { type Address, encodeFunctionData, type Hex, zeroHash } from 'viem'
import { metadataDocuments } from '@/db/schema'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { cellToUint64 } from '@/lib/chain/cell'
import { registerCall, registrationDigest, signDigest } from '@/lib/chain/device'
import { toShortString } from '@/lib/chain/ids'
import { metadataHash } from '@/lib/chain/metadata-hash'
import type { Registration } from '@/lib/chain/typed-data'
import { readChainHead } from '@/lib/server/orders/read-chain-head'
import { seedAccount } from './accounts'
import type { KeyedDevice } from './device-keys'
import { nodeBatch, SeedChainError } from './node-batch'
import type { PlannedDevice } from './plan-devices'
import type { SeedChain } from './seed-chain-context'
import { type SeedCall, sendCalls } from './send-calls'

const CLAIM_SECONDS = 24n * 3600n

/** Registers the devices that are not registered yet, with their own and the attester's signatures. @returns how many */
export async function registerDevices(chain: SeedChain, keyed: readonly KeyedDevice[]): Promise<number> {
  const tokens = await tokensOf(
    chain,
    keyed.map(({ id }) => id),
  )
  const missing = keyed.filter((_, index) => tokens[index] === 0n)
  await keepMetadata(
    chain,
    missing.map(({ device }) => device),
  )

  const head = await readChainHead(chain)
  const place = { chainId: chain.deployment.chainId, positions: chain.deployment.positions }
  const from = seedAccount('sender', 'registrations')
  const calls: SeedCall[] = []
  for (const { device, secret, key, id } of missing) {
    const claim = claimOf(device, id, BigInt(head.time) + CLAIM_SECONDS)
    const digest = registrationDigest(place, claim)
    const { to, data } = registerCall(chain.deployment.positions, {
      claim,
      key,
      deviceSignature: signDigest(secret, digest),
      attester: chain.attester.address,
      attesterSignature: await chain.attester.sign({ hash: digest }),
    })
    calls.push({ from, to, data })
  }
  const reverted = await sendCalls(chain, calls)
  // calls of a run that was stopped may still have come first: what counts is that every device has its position
  if (
    reverted.length > 0 &&
    (
      await tokensOf(
        chain,
        missing.map(({ id }) => id),
      )
    ).includes(0n)
  )
    throw new SeedChainError(`${reverted.length} registrations of the seed reverted.`)
  return calls.length
}

function claimOf(device: PlannedDevice, id: Hex, deadline: bigint): Registration {
  return {
    owner: seedAccount(device.owner.role, device.owner.name).address,
    deviceId: id,
    network: toShortString(device.network),
    model: toShortString(device.model),
    cell: cellToUint64(device.cell),
    place: zeroHash,
    metadata: metadataHash(device.metadata),
    nonce: 0n,
    deadline,
  }
}

async function keepMetadata({ db }: SeedChain, devices: readonly PlannedDevice[]): Promise<void> {
  if (devices.length === 0) return
  await db
    .insert(metadataDocuments)
    .values(devices.map(({ metadata }) => ({ hash: metadataHash(metadata), document: metadata })))
    .onConflictDoNothing()
}

/** The position of each device, 0 for none. */
async function tokensOf({ rpcUrl, deployment }: SeedChain, ids: readonly Hex[]): Promise<bigint[]> {
  const to: Address = deployment.positions
  const answers = await nodeBatch<Hex>(
    rpcUrl,
    ids.map((id) => ({
      method: 'eth_call',
      params: [
        { to, data: encodeFunctionData({ abi, functionName: 'tokenOfDevice', args: [id] }) },
        'latest',
      ],
    })),
  )
  return answers.map((answer) => BigInt(answer))
}
