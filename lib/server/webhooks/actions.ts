'use server'

import { signedInAction } from '../action'
import { createWebhook as create } from './create-webhook'
import { deleteWebhook as remove } from './delete-webhook'
import { createWebhookInput, webhookIdInput } from './input'
import { testWebhook as test } from './test-webhook'

/** `{ url }` → `{ id, secret }`: the secret is shown this once. */
export const createWebhook = signedInAction(createWebhookInput, create)

/** `{ id }` → nothing: the endpoint and its log are gone. */
export const deleteWebhook = signedInAction(webhookIdInput, remove)

/** `{ id }` → what the receiver answered to a test message. */
export const testWebhook = signedInAction(webhookIdInput, test)
