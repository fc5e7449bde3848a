import type { Job } from 'graphile-worker'
import { z } from 'zod'
import { UnavailableError } from '@/lib/core/errors'
import { type DeliveryContext, deliverWebhook } from './deliver-webhook'

const payloadSchema = z.object({ delivery: z.uuid() })

/** The worker's attempt at one message; the last one gives up. Without a deployment nothing is known to be local. */
export async function deliverJob(
  context: Pick<DeliveryContext, 'db' | 'now'> & {
    deployment?: DeliveryContext['deployment']
    secretBox?: DeliveryContext['secretBox']
  },
  payload: unknown,
  { attempts, max_attempts }: Pick<Job, 'attempts' | 'max_attempts'>,
): Promise<void> {
  const parsed = payloadSchema.safeParse(payload)
  // a job without a message came from nowhere of ours, and trying it again would not help
  if (!parsed.success) return
  const { delivery } = parsed.data
  const { secretBox } = context
  if (!secretBox) throw new UnavailableError('Messages are not signed here.')
  await deliverWebhook(
    { ...context, secretBox, deployment: context.deployment ?? { chainId: 0 } },
    { delivery, isLast: attempts >= max_attempts },
  )
}
