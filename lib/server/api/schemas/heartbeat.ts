import { z } from 'zod'
import { MAX_REPORTS, reportSchema } from '../../heartbeats/input'
import { problem } from './problem'
import { hash, integerText } from './values'

const report = reportSchema.meta({
  id: 'Heartbeat',
  description:
    'A device’s own report on one UTC hour. The signature is over the EIP-712 Heartbeat of the other fields.',
})

/** What the route takes, each report in its own right: it parses the envelope, then every report by this schema. */
export const heartbeatsBody = z.union([
  report,
  z.strictObject({ heartbeats: z.array(report).min(1).max(MAX_REPORTS) }),
])

const accepted = z.strictObject({ deviceId: hash, epoch: integerText })

export const heartbeatsAnswer = z
  .union([
    accepted,
    z.strictObject({
      accepted: z.int().nonnegative(),
      results: z.array(
        z.union([
          z.strictObject({ ok: z.literal(true), value: accepted }),
          z.strictObject({ ok: z.literal(false), error: problem.shape.error }),
        ]),
      ),
    }),
  ])
  .meta({
    id: 'HeartbeatsTaken',
    description: 'One report: what was taken. Many: a result for each, in their order.',
  })
