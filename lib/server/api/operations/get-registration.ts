import { getRegistration as get } from '../../registrations/get-registration'
import { idInput } from '../../registrations/input'
import { callOperation } from '../call-operation'
import { registration } from '../schemas/challenge'

export const getRegistration = callOperation(
  {
    id: 'getRegistration',
    method: 'GET',
    path: '/api/v1/registrations/{id}',
    tag: 'Devices',
    summary: 'What a device must sign to be registered, and where that stands.',
    description:
      'Challenges are made in the app by the wallet that will send the transaction; whoever knows the id may read one.',
  },
  {
    params: idInput,
    answers: { 200: { description: 'The challenge as it stands.', schema: registration } },
    refusals: [400, 404],
  },
  async (context, { params }) => ({ status: 200, value: await get(context, params.id) }),
)
