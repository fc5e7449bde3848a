import { getChallenges } from '../../registrations/batches/get-challenges'
import { batchIdInput } from '../../registrations/batches/input'
import { callOperation } from '../call-operation'
import { batchChallenges } from '../schemas/batch'

export const getBatchChallenges = callOperation(
  {
    id: 'getBatchChallenges',
    method: 'GET',
    path: '/api/v1/registration-batches/{id}/challenges',
    tag: 'Devices',
    summary: 'What the devices of a file that have not answered yet are to sign.',
  },
  {
    params: batchIdInput,
    answers: { 200: { description: 'The challenges, in the order of the file.', schema: batchChallenges } },
    refusals: [400, 404],
  },
  async (context, { params }) => ({ status: 200, value: await getChallenges(context, params.id) }),
)
