import { idInput, proofInput } from '../../registrations/input'
import { submitReassignmentProof as submit } from '../../registrations/submit-reassignment-proof'
import { callOperation } from '../call-operation'
import { reassignment } from '../schemas/challenge'

export const postReassignmentProof = callOperation(
  {
    id: 'postReassignmentProof',
    method: 'POST',
    path: '/api/v1/reassignments/{id}/proof',
    tag: 'Devices',
    summary: 'A device’s consent to be moved.',
    description: 'The signature is the device’s over the challenge’s `typedData`.',
  },
  {
    params: idInput,
    body: proofInput,
    maxBytes: 4_096,
    answers: { 200: { description: 'The challenge, attested.', schema: reassignment } },
    refusals: [400, 403, 404, 409, 413, 415],
  },
  async (context, { params, body }) => ({ status: 200, value: await submit(context, params.id, body) }),
)
