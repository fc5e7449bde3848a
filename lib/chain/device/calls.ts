import { type Address, encodeFunctionData, type Hex } from 'viem'
import { devicePositionsAbi as abi } from '../abi/generated/devicePositions'
import { type DeviceKey, keyTypeCode } from '../ids'
import type { Reassignment, Registration } from '../typed-data'

/** A claim with both signatures over it. */
export type Proven<claim> = {
  claim: claim
  key: DeviceKey
  deviceSignature: Hex
  attester: Address
  attesterSignature: Hex
}

/** A call for a wallet to send. */
export type Call = { to: Address; data: Hex }

/** A device key as the contract takes it. */
export const keyArgument = ({ keyType, x, y }: DeviceKey) => ({ keyType: keyTypeCode(keyType), x, y })

/** `register`: whoever sends it, the position goes to the claim's owner. */
export function registerCall(positions: Address, proven: Proven<Registration>): Call {
  const { claim, key, deviceSignature, attester, attesterSignature } = proven
  const args = [claim, keyArgument(key), deviceSignature, attester, attesterSignature] as const
  return { to: positions, data: encodeFunctionData({ abi, functionName: 'register', args }) }
}

/**
 * `reassign`: only the owner can send it.
 * @param userSignature while a lease runs, its user's signature of the same digest
 */
export function reassignCall(
  positions: Address,
  proven: Proven<Reassignment>,
  userSignature: Hex = '0x',
): Call {
  const { claim, key, deviceSignature, attester, attesterSignature } = proven
  const args = [claim, keyArgument(key), deviceSignature, attester, attesterSignature, userSignature] as const
  return { to: positions, data: encodeFunctionData({ abi, functionName: 'reassign', args }) }
}
