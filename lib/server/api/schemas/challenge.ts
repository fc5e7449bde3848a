import { z } from 'zod'
import { keyTypes } from '@/lib/chain/ids'
import { address, hash, moment, positionId, slug } from './values'

const bytes = z.string().regex(/^0x[0-9a-f]*$/i)

/** Addresses as EIP-712 data and calls carry them, in any case. */
const anyAddress = z.string().regex(/^0x[0-9a-fA-F]{40}$/)

const terms = {
  id: z.uuid(),
  status: z
    .enum(['challenged', 'attested', 'done', 'expired'])
    .describe('waits for the device; proven, waits for its transaction; on chain; past its deadline without'),
  owner: address,
  network: slug,
  model: slug,
  cell: z.string().nullable(),
  placeCommitment: hash.nullable(),
  metadata: z.strictObject({
    name: z.string(),
    hardware: z.string(),
    operator: z.string().optional(),
    demonstration: z.boolean(),
    note: z.string().optional(),
  }),
  metadataHash: hash,
  expiresAt: moment.describe('the claim is void afterwards'),
  proofUrl: z.url().describe('where the device posts its proof'),
  typedData: z
    .strictObject({
      types: z.record(z.string(), z.array(z.strictObject({ name: z.string(), type: z.string() }))),
      primaryType: z.string(),
      domain: z.record(z.string(), z.unknown()),
      message: z.record(z.string(), z.unknown()),
    })
    .describe('complete EIP-712 JSON: what the device signs'),
  device: z
    .strictObject({ id: hash, key: z.strictObject({ keyType: z.enum(keyTypes), x: hash, y: hash }) })
    .nullable(),
  attester: address.nullable(),
  call: z
    .strictObject({ to: anyAddress, data: bytes })
    .nullable()
    .describe('the transaction for the wallet, once attested'),
}

export const registration = z
  .strictObject({ kind: z.literal('registration'), ...terms, positionId: positionId.nullable() })
  .meta({ id: 'Registration', description: 'A challenge to register a device, and where it stands.' })

export const reassignment = z
  .strictObject({
    kind: z.literal('reassignment'),
    ...terms,
    positionId,
    signatures: z.strictObject({ device: bytes, attester: bytes }).nullable(),
    user: anyAddress.nullable().describe('whose signature is needed too, while a lease runs'),
  })
  .meta({ id: 'Reassignment', description: 'A challenge to move a device, and where it stands.' })
