import { type Address, type Hex, zeroAddress, zeroHash } from 'viem'
import type { SignedState } from '@/lib/market/signed-state'
import { devicePositionsAbi } from './abi/generated/devicePositions'
import { cellFromUint64 } from './cell'
import type { Deployment } from './deployment'
import { undefinedIfReverted } from './errors/undefined-if-reverted'
import { fromShortString } from './ids'
import type { ChainClient } from './public-client'
import { positionStateHash } from './state-hash'

/** The database's names for the same facts, as `positionStateHash` takes them. */
export function stateHashOf(state: SignedState): Hex {
  return positionStateHash({
    id: state.tokenId,
    deviceId: state.deviceId,
    network: state.network,
    model: state.model,
    cell: state.cell,
    placeCommitment: state.place,
    metadataHash: state.metadata,
    user: state.user,
    userExpires: BigInt(state.expires),
    flags: state.flags,
    ownershipNonce: state.ownershipNonce,
  })
}

/**
 * A position's state read from the chain itself; undefined when there is no such position.
 *
 * The contract tells the user only while their term runs. A user whose term is over is therefore looked for among
 * `pastUsers` (the signed state's, the database's): the one that gives the contract's own state hash is the stored one.
 */
export async function readSignedState(
  client: ChainClient,
  { positions }: Pick<Deployment, 'positions'>,
  tokenId: number,
  { blockNumber, pastUsers = [] }: { blockNumber: bigint; pastUsers?: readonly (Address | null)[] },
): Promise<{ state: SignedState; stateHash: Hex } | undefined> {
  const call = { address: positions, abi: devicePositionsAbi, blockNumber, args: [BigInt(tokenId)] } as const
  const read = await undefinedIfReverted(
    Promise.all([
      client.readContract({ ...call, functionName: 'positionOf' }),
      client.readContract({ ...call, functionName: 'userOf' }),
      client.readContract({ ...call, functionName: 'userExpires' }),
      client.readContract({ ...call, functionName: 'stateHash' }),
    ]),
  )
  if (!read) return undefined
  const [position, user, expires, stateHash] = read
  const state: SignedState = {
    tokenId,
    deviceId: position.deviceId,
    network: fromShortString(position.network),
    model: fromShortString(position.model),
    cell: cellFromUint64(position.cell),
    place: position.place === zeroHash ? null : position.place,
    metadata: position.metadata,
    user: user === zeroAddress ? null : lower(user),
    expires: expires.toString(),
    flags: position.flags,
    ownershipNonce: Number(position.ownershipNonce),
  }
  const candidates = [state, ...pastUsers.map((past) => ({ ...state, user: past && lower(past) }))]
  return { state: candidates.find((it) => stateHashOf(it) === stateHash) ?? state, stateHash }
}

function lower(address: Address): Address {
  return address.toLowerCase() as Address
}
