import { getAbiItem, type Hex, zeroHash } from 'viem'
import { devicePositionsAbi as abi } from '@/lib/chain/abi/generated/devicePositions'
import { fromShortString, type KeyType, keyTypes } from '@/lib/chain/ids'
import type { DeviceFacts } from '../events'
import { eventDecoder } from './event-decoder'
import { lower } from './lower'

type RawFacts = { network: Hex; model: Hex; cell: bigint; place: Hex; metadata: Hex }

function deviceFacts(args: RawFacts): DeviceFacts {
  return {
    network: fromShortString(args.network),
    model: fromShortString(args.model),
    cell: args.cell === 0n ? null : args.cell.toString(16).padStart(15, '0'),
    placeCommitment: args.place === zeroHash ? null : args.place,
    metadataHash: args.metadata,
  }
}

function keyTypeOf(code: number): KeyType {
  const keyType = keyTypes[code]
  if (!keyType) throw new RangeError(`no curve ${code}`)
  return keyType
}

/** The events of DevicePositions that change what the database keeps. */
export const positionsDecoders = [
  eventDecoder(getAbiItem({ abi, name: 'DeviceRegistered' }), (args) => ({
    type: 'registered' as const,
    positionId: Number(args.tokenId),
    deviceId: args.deviceId,
    owner: lower(args.owner),
    attester: lower(args.attester),
    keyType: keyTypeOf(args.key.keyType),
    keyX: args.key.x,
    keyY: args.key.y,
    ...deviceFacts(args),
  })),
  eventDecoder(getAbiItem({ abi, name: 'DeviceReassigned' }), (args) => ({
    type: 'reassigned' as const,
    positionId: Number(args.tokenId),
    attester: lower(args.attester),
    ...deviceFacts(args),
  })),
  eventDecoder(getAbiItem({ abi, name: 'FlagsChanged' }), (args) => ({
    type: 'flags_set' as const,
    positionId: Number(args.tokenId),
    flags: args.flags,
    by: lower(args.by),
  })),
  eventDecoder(getAbiItem({ abi, name: 'UpdateUser' }), (args) => ({
    type: 'user_set' as const,
    positionId: Number(args.tokenId),
    user: lower(args.user),
    expires: args.expires,
  })),
  eventDecoder(getAbiItem({ abi, name: 'Transfer' }), (args) => ({
    type: 'position_moved' as const,
    positionId: Number(args.tokenId),
    from: lower(args.from),
    to: lower(args.to),
  })),
  eventDecoder(getAbiItem({ abi, name: 'Approval' }), (args) => ({
    type: 'position_approved' as const,
    positionId: Number(args.tokenId),
    approved: lower(args.approved),
  })),
  eventDecoder(getAbiItem({ abi, name: 'ApprovalForAll' }), (args) => ({
    type: 'operator_set' as const,
    owner: lower(args.owner),
    operator: lower(args.operator),
    approved: args.approved,
  })),
]
