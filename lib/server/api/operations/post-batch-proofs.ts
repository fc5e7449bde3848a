import { batchIdInput, MOST_PROOFS, proofsInput } from '../../registrations/batches/input'
import { submitProofs } from '../../registrations/batches/submit-proofs'
import { callOperation } from '../call-operation'
import { proofFates } from '../schemas/batch'

export const postBatchProofs = callOperation(
  {
    id: 'postBatchProofs',
    method: 'POST',
    path: '/api/v1/registration-batches/{id}/proofs',
    tag: 'Devices',
    summary: 'Answers of many devices to their challenges.',
    description: `At most ${MOST_PROOFS} at once. Each answer has a fate of its own: a bad one leaves the others standing.`,
  },
  {
    params: batchIdInput,
    body: proofsInput,
    answers: { 200: { description: 'What became of each answer.', schema: proofFates } },
    refusals: [400, 404, 413, 415],
  },
  async (context, { params, body }) => ({
    status: 200,
    value: await submitProofs(context, params.id, body),
  }),
)
