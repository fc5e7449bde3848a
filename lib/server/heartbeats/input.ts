import { z } from 'zod'
import { hash32Schema, hexSchema, uintSchema } from '../input'

/** Most reports in one request. */
export const MAX_REPORTS = 100

/** One device-signed report. `signature` is over the EIP-712 `Heartbeat` of the other fields. */
export const reportSchema = z.strictObject({
  deviceId: hash32Schema,
  /** hour reported on: Unix seconds / 3600, rounded down */
  epoch: uintSchema(32),
  /** seconds in service within the hour */
  uptime: z.number('Uptime is seconds, 0 to 3600.').int().min(0).max(3600, 'An hour has 3600 seconds.'),
  /** work done in the network's own unit, as a decimal string where it exceeds 2^53 */
  work: uintSchema(128),
  /** 0 in service, 1 degraded, 2 in maintenance */
  state: z.number('State is 0, 1 or 2.').int().min(0).max(2),
  signature: hexSchema(65),
})

export type Report = z.output<typeof reportSchema>

/** A report, or up to a hundred of them, each judged by itself: one that is malformed harms no other. */
export const heartbeatsInput = z
  .looseObject(
    {
      heartbeats: z
        .array(z.unknown())
        .min(1)
        .max(MAX_REPORTS, `At most ${MAX_REPORTS} reports in one request.`)
        .optional(),
    },
    'Send one report, or { "heartbeats": [ … ] }.',
  )
  .transform(({ heartbeats, ...report }) =>
    heartbeats ? { isBatch: true, reports: heartbeats } : { isBatch: false, reports: [report] },
  )
