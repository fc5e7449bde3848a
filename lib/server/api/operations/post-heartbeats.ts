import { answerHeartbeats } from '../../heartbeats/answer-heartbeats'
import { heartbeatsInput } from '../../heartbeats/input'
import { callOperation } from '../call-operation'
import { heartbeatsAnswer, heartbeatsBody } from '../schemas/heartbeat'

export const postHeartbeats = callOperation(
  {
    id: 'postHeartbeats',
    method: 'POST',
    // a fleet behind one address reports each of its devices
    cost: 1,
    path: '/api/v1/heartbeats',
    tag: 'Devices',
    summary: 'Takes device-signed reports: one, or up to a hundred.',
    description:
      'Many are judged each by itself: a bad one refuses itself alone, and the answer is 200 with a result for each. One alone is refused with a status: 400 malformed or an hour too far off (ClockSkewError), 403 not the device’s (UnknownDeviceError, WrongSignatureError), 409 here already (ReplayError) or at odds with an earlier one (ContradictionError).',
  },
  {
    body: heartbeatsInput,
    bodyAsSent: heartbeatsBody,
    maxBytes: 128 * 1024,
    answers: { 200: { description: 'Taken.', schema: heartbeatsAnswer } },
    refusals: [400, 403, 409, 413, 415],
  },
  async (context, input) => ({ status: 200, value: await answerHeartbeats(context, input) }),
)
