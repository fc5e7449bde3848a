import { z } from 'zod'

/** Endpoints one account may have. */
export const MOST_WEBHOOKS = 5

export const createWebhookInput = z.object({
  url: z.string().trim().min(1, 'The URL is missing.').max(2_000, 'The URL is too long.'),
})

export const webhookIdInput = z.object({ id: z.uuid() })
