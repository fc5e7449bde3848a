import type { Deployment } from '@/lib/chain/deployment'
import { publicKeyOfCryptoKey, registrationDigest, signWithCryptoKey } from '@/lib/chain/device'
import { deviceId } from '@/lib/chain/ids'
import type { Registration } from '@/lib/chain/typed-data'
import { keepDeviceKey } from './device-key-store'

/** The claim of a challenge as its JSON has it: integers as text, the device not known yet. */
export type ClaimJson = {
  [field in keyof Registration]: Registration[field] extends bigint ? string : Registration[field] | null
}

/**
 * Makes a P-256 key in this browser and answers a registration challenge with it, as real hardware would. The
 * private half cannot be exported; it is kept for later reports.
 */
export async function proveDemoDevice(
  deployment: Pick<Deployment, 'chainId' | 'positions'>,
  claim: ClaimJson,
) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const key = await publicKeyOfCryptoKey(pair.publicKey)
  const id = deviceId(key)
  const digest = registrationDigest(deployment, { ...fromJson(claim), deviceId: id })
  const signature = await signWithCryptoKey(pair.privateKey, digest)
  await keepDeviceKey(id, pair)
  return { key, signature }
}

function fromJson(claim: ClaimJson): Omit<Registration, 'deviceId'> {
  const { owner, network, model, place, metadata } = claim
  if (!owner || !network || !model || !place || !metadata)
    throw new TypeError('the challenge lacks a part of its claim')
  return {
    owner,
    network,
    model,
    place,
    metadata,
    cell: BigInt(claim.cell),
    nonce: BigInt(claim.nonce),
    deadline: BigInt(claim.deadline),
  }
}
