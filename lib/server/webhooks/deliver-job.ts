import type { Job } from 'graphile-worker'
import { z } from 'zod'
import { type DeliveryContext, deliverWebhook } from './deliver-webhook'

const payloadSchema = z.object({ delivery: z.uuid() })

/** The worker's attempt at one message; the last one gives up. Without a deployment nothing is known to be local. */
export async function deliverJob(
  context: Pick<DeliveryContext, 'db' | 'now'> & { deployment?: DeliveryContext['deployment'] },
  payload: unknown,
  { attempts, max_attempts }: Pick<Job, 'attempts' | 'max_attempts'>,
): Promise<void> {
  const parsed = payloadSchema.safeParse(payload)
  // a job without a message came from nowhere of ours, and trying it again would not help
  if (!parsed.success) return
  const { delivery } = parsed.data
  await deliverWebhook(
    { ...context, deployment: context.deployment ?? { chainId: 0 } },
    { delivery, isLast: attempts >= max_attempts },
  )
}
