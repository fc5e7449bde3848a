import { idInput, proofInput } from '../../registrations/input'
import { submitProof as submit } from '../../registrations/submit-proof'
import { callOperation } from '../call-operation'
import { registration } from '../schemas/challenge'

export const postRegistrationProof = callOperation(
  {
    id: 'postRegistrationProof',
    method: 'POST',
    path: '/api/v1/registrations/{id}/proof',
    tag: 'Devices',
    summary: 'A device’s answer to its challenge.',
    description: 'The signature is the device’s over the challenge’s `typedData`.',
  },
  {
    params: idInput,
    body: proofInput,
    maxBytes: 4_096,
    answers: { 200: { description: 'The challenge, attested.', schema: registration } },
    refusals: [400, 403, 404, 409, 413, 415],
  },
  async (context, { params, body }) => ({ status: 200, value: await submit(context, params.id, body) }),
)
