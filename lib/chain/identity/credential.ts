import type { Address, Hex } from 'viem'
import { cellFromUint64 } from '../cell'
import { type DeviceKey, fromShortString } from '../ids'
import type { DeviceMetadata } from '../metadata-hash'
import { positionsDomain, type Registration } from '../typed-data'
import { didKey } from './did-key'
import { didPkh, positionAsset } from './did-pkh'

const ZERO: Hex = `0x${'0'.repeat(64)}`

/** Everything a credential says, as the chain has it. */
export type Attestation = {
  chainId: number
  positions: Address
  positionId: number
  claim: Registration
  key: DeviceKey
  deviceSignature: Hex
  attester: Address
  attesterSignature: Hex
  metadata: DeviceMetadata
  transaction: Hex
  registeredAt: Date
}

/**
 * A device's attestation as a verifiable credential (W3C VC Data Model 2.0), not yet secured. The subject is the device;
 * the evidence is the EIP-712 claim with the device's own signature and the attester's, as they stand on chain. Pure.
 *
 * @param id address the credential can be had at
 * @param issuer who secures it: the attester of the server that gives it
 */
export function buildCredential(attestation: Attestation, id: string, issuer: Address) {
  const { chainId, positions, positionId, claim, key, attester, metadata, registeredAt } = attestation
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://www.w3.org/ns/credentials/undefined-terms/v2',
    ],
    id,
    type: ['VerifiableCredential', 'DeviceRegistrationCredential'],
    issuer: didPkh(chainId, issuer),
    validFrom: registeredAt.toISOString(),
    credentialSubject: {
      id: didKey(key),
      position: positionAsset(chainId, positions, positionId),
      registeredTo: didPkh(chainId, claim.owner),
      network: fromShortString(claim.network),
      model: fromShortString(claim.model),
      ...(claim.cell !== 0n && { cell: cellFromUint64(claim.cell) ?? '' }),
      ...(claim.place !== ZERO && { placeCommitment: claim.place }),
      metadata: { ...metadata },
    },
    evidence: [
      {
        type: ['DeviceRegistration'],
        transaction: attestation.transaction,
        domain: { ...positionsDomain(chainId, positions) },
        message: {
          ...claim,
          cell: claim.cell.toString(),
          nonce: claim.nonce.toString(),
          deadline: claim.deadline.toString(),
        },
        deviceSignature: attestation.deviceSignature,
        attester: didPkh(chainId, attester),
        attesterSignature: attestation.attesterSignature,
      },
    ],
  }
}

export type Credential = ReturnType<typeof buildCredential>
