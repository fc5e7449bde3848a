import { getReassignment as get } from '../../registrations/get-reassignment'
import { idInput } from '../../registrations/input'
import { callOperation } from '../call-operation'
import { reassignment } from '../schemas/challenge'

export const getReassignment = callOperation(
  {
    id: 'getReassignment',
    method: 'GET',
    path: '/api/v1/reassignments/{id}',
    tag: 'Devices',
    summary: 'What a device must sign to be moved, and where that stands.',
    description:
      'Challenges are made in the app by the wallet that will send the transaction; whoever knows the id may read one.',
  },
  {
    params: idInput,
    answers: { 200: { description: 'The challenge as it stands.', schema: reassignment } },
    refusals: [400, 404],
  },
  async (context, { params }) => ({ status: 200, value: await get(context, params.id) }),
)
