import type { createChallenge } from '@/lib/server/registrations/actions'

type Challenge = Awaited<ReturnType<typeof createChallenge>>

/** A registration as the API shows it. */
export type RegistrationView = Extract<Challenge, { ok: true }>['value']

/** What `createChallenge` takes. */
export type RegistrationInput = Parameters<typeof createChallenge>[0]
