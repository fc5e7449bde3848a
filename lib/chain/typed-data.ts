import type { Address, Hex } from 'viem'

/** EIP-712 domain of DevicePositions. The chain and the contract are in it, so a claim is valid in one place only. */
export function positionsDomain(chainId: number, verifyingContract: Address) {
  return { name: 'Hotswap DevicePositions', version: '1', chainId, verifyingContract } as const
}

/** EIP-712 domain of device heartbeats: the same position contract, another name, so neither signature serves as the other. */
export function heartbeatDomain(chainId: number, verifyingContract: Address) {
  return { name: 'Hotswap Heartbeat', version: '1', chainId, verifyingContract } as const
}

export const registrationTypes = {
  Registration: [
    { name: 'owner', type: 'address' },
    { name: 'deviceId', type: 'bytes32' },
    { name: 'network', type: 'bytes32' },
    { name: 'model', type: 'bytes32' },
    { name: 'cell', type: 'uint64' },
    { name: 'place', type: 'bytes32' },
    { name: 'metadata', type: 'bytes32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

export type Registration = {
  owner: Address
  deviceId: Hex
  network: Hex
  model: Hex
  cell: bigint
  place: Hex
  metadata: Hex
  nonce: bigint
  deadline: bigint
}

export const reassignmentTypes = {
  Reassignment: [
    { name: 'tokenId', type: 'uint256' },
    { name: 'owner', type: 'address' },
    { name: 'network', type: 'bytes32' },
    { name: 'model', type: 'bytes32' },
    { name: 'cell', type: 'uint64' },
    { name: 'place', type: 'bytes32' },
    { name: 'metadata', type: 'bytes32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

export type Reassignment = Omit<Registration, 'deviceId'> & { tokenId: bigint }

export const surrenderTypes = {
  Surrender: [
    { name: 'tokenId', type: 'uint256' },
    { name: 'user', type: 'address' },
    { name: 'newUser', type: 'address' },
    { name: 'newExpires', type: 'uint64' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/** One device-signed report per UTC hour. */
export const heartbeatTypes = {
  Heartbeat: [
    { name: 'deviceId', type: 'bytes32' },
    /** Unix seconds / 3600 */
    { name: 'epoch', type: 'uint64' },
    /** seconds in service within the hour, 0–3600 */
    { name: 'uptime', type: 'uint32' },
    /** work done, in the network's own unit */
    { name: 'work', type: 'uint128' },
    /** 0 in service, 1 degraded, 2 in maintenance */
    { name: 'state', type: 'uint8' },
  ],
} as const

export type Heartbeat = { deviceId: Hex; epoch: bigint; uptime: number; work: bigint; state: number }
