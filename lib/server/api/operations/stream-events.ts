import { z } from 'zod'
import { callOperation } from '../call-operation'
import { hubOf } from '../events/hub-of'
import { openStream } from '../events/open-stream'
import { change } from '../schemas/change'

export const streamEvents = callOperation(
  {
    id: 'streamEvents',
    method: 'GET',
    path: '/api/v1/events',
    tag: 'Record',
    isOpen: true,
    summary:
      'What changes, as it changes: a server-sent event for each range of blocks read and each order posted.',
    description:
      'Each event is named `change`; its data is the JSON below, and says what to read again. Comments keep the line open every 15 seconds. A client that comes back with `Last-Event-ID` is told first what it missed; some of it perhaps twice, none of it never. A reader far behind is let go, and comes back.',
  },
  {
    headers: z.object({
      'Last-Event-ID': z.string().optional().describe('Id of the last event received; browsers send it.'),
    }),
    answers: { 200: { description: 'The stream.', schema: change, type: 'text/event-stream' } },
    refusals: [],
  },
  async (context, { request }) => openStream(context, hubOf(context.db), request),
)
