import { z } from 'zod'
import { issueCredential } from '../../identity/issue-credential'
import { callOperation } from '../call-operation'
import { positionParam } from '../input'

const credential = z
  .strictObject({
    '@context': z.literal('https://www.w3.org/ns/credentials/v2'),
    id: z
      .string()
      .regex(/^data:application\/vc\+jwt,/)
      .describe('the credential itself, as a data URL'),
    type: z.literal('EnvelopedVerifiableCredential'),
  })
  .meta({
    id: 'DeviceCredential',
    description: 'An enveloped verifiable credential (W3C VC Data Model 2.0, VC-JOSE-COSE).',
  })

export const getPositionCredential = callOperation(
  {
    id: 'getPositionCredential',
    method: 'GET',
    path: '/api/v1/positions/{id}/credential',
    tag: 'Devices',
    summary: 'The attestation of a position’s device, as a verifiable credential.',
    description:
      'A `vc+jwt` signed by the attester with ES256K: the device as did:key, its first owner as did:pkh, and the claim both signed as evidence.',
    isOpen: true,
  },
  {
    params: z.object({ id: positionParam }),
    answers: { 200: { description: 'The credential.', schema: credential } },
    refusals: [400, 404, 409],
  },
  async (context, { params }) => ({ status: 200, value: await issueCredential(context, params.id) }),
)
