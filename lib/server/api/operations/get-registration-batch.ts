import { batchIdInput } from '../../registrations/batches/input'
import { getBatch } from '../../registrations/batches/view-batch'
import { callOperation } from '../call-operation'
import { registrationBatch } from '../schemas/batch'

export const getRegistrationBatch = callOperation(
  {
    id: 'getRegistrationBatch',
    method: 'GET',
    path: '/api/v1/registration-batches/{id}',
    tag: 'Devices',
    summary: 'Many devices given in one file, and how far they are.',
    description: 'Files are given in the app; whoever knows the id may read how far one is.',
  },
  {
    params: batchIdInput,
    answers: { 200: { description: 'The file as it stands.', schema: registrationBatch } },
    refusals: [400, 404],
  },
  async (context, { params }) => ({ status: 200, value: await getBatch(context, params.id) }),
)
